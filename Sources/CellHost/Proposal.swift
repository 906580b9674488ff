package import CellSyntax

/// What to write for another library's words: code in which a call's own arguments can stand.
///
/// ```swift
/// let proposal = Proposal("t.reshaped([#all(2, 3)])")
/// proposal.text                                       // t.reshaped([2, 3])
/// proposal.text(for: TypedCall(beginning: "view(3, 2)"))      // t.reshaped([3, 2])
/// ```
/// `#1(0)` is the first argument without a label, and 0 where the call is not known; `#2|dim(0)` the second or the one with
/// that label, and 0 where it has been left out. `#all(…)` are all arguments without labels, or the elements of a list that
/// stands for them, `#labelled(…)` all as they were typed, each with its label, `#at(0)` an index on the way to the name.
package struct Proposal {
    private enum Piece {
        case text(String)
        case argument(sources: [Substring], sample: String)

        var literal: String { if case .text(let text) = self { text } else { "" } }
    }

    private var pieces: [Piece] = []

    package init(_ template: String) {
        var rest = template[...]
        while let mark = rest.firstIndex(of: "#") {
            let names = rest[mark...].dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "|" || $0 == "_" }
            let sample = rest[names.endIndex...].parenthesized
            guard !names.isEmpty, let sample else { break }
            pieces += [
                .text(String(rest[..<mark])),
                .argument(sources: names.split(separator: "|"), sample: String(sample)),
            ]
            rest = rest[sample.endIndex...].dropFirst()
        }
        pieces.append(.text(String(rest)))
    }

    /// With samples where arguments stand.
    package var text: String {
        pieces.map { if case .argument(_, let sample) = $0 { sample } else { $0.literal } }.joined()
    }

    /// What is written whatever the call is.
    package var fixedText: String { pieces.map(\.literal).joined(separator: " ") }

    package var takesArguments: Bool { pieces.count > 1 }

    /// With the arguments of `call`; with samples alone where one of its arguments has no place in it, or is long.
    /// - Parameter isPart: whether the call has other arguments, which stay as they are.
    package func text(for call: TypedCall, isPart: Bool = false) -> String {
        var reader = ArgumentReader(call)
        var result = ""
        for (index, piece) in pieces.enumerated() {
            guard case .argument(let sources, let sample) = piece else {
                result += piece.literal
                continue
            }
            let after = index + 1 < pieces.count ? pieces[index + 1].literal : ""
            let found = reader.read(sources, between: result, and: after)
            guard let text = found ?? (isPart || sources.contains { $0.first?.isNumber != true } ? sample : nil) else {
                return self.text
            }
            result += text
        }
        return (isPart || reader.isAtEnd) && result.utf8.count <= Self.longest ? result : text
    }

    private static let longest = 120
}

/// Which arguments of a call have been given their places.
private struct ArgumentReader {
    private let call: TypedCall
    private var read: Set<Int> = []

    init(_ call: TypedCall) { self.call = call }

    var isAtEnd: Bool { read.count == call.arguments.count }

    mutating func read(_ sources: [Substring], between before: String, and after: String) -> String? {
        for source in sources {
            if let text = read(source, between: before, and: after) { return text }
        }
        return nil
    }

    private mutating func read(_ source: Substring, between before: String, and after: String) -> String? {
        let free = call.arguments.indices.filter { call.arguments[$0].label == nil }
        switch source {
        case "all":
            guard !free.isEmpty else { return nil }
            read.formUnion(free)
            if free.count == 1, let elements = call.arguments[free[0]].elements {
                return elements.joined(separator: ", ")
            }
            return free.map { call.arguments[$0].text }.joined(separator: ", ")
        case "labelled":
            guard free.isEmpty, !call.arguments.isEmpty else { return nil }
            read.formUnion(call.arguments.indices)
            return call.arguments.map { "\($0.label ?? "_"): \($0.text)" }.joined(separator: ", ")
        case "at": return call.indices.first
        default:
            let number = Int(source)
            let found = number.map { free.indices.contains($0 - 1) ? free[$0 - 1] : nil } ?? index(of: String(source))
            guard let found else { return nil }
            read.insert(found)
            return call.arguments[found].text(between: before, and: after)
        }
    }

    private func index(of label: String) -> Int? { call.arguments.firstIndex { $0.label == label } }
}

extension TypedCall.Argument {
    /// As it can stand there: without its own brackets in a list, in parentheses beside what binds tighter.
    fileprivate func text(between before: String, and after: String) -> String {
        let isInList = before.last == "[" && after.first == "]" && before.dropLast().last?.isLetter != true
        if isInList, let elements { return elements.joined(separator: ", ") }
        let isBase = after.first == "." && after.dropFirst().first?.isLetter == true
        let last = before.last { $0 != " " }
        let isOperand = after.first == " " || after.first == "." || last.map("+-*/%<>=&|!.".contains) ?? false
        let needed: TypedCall.Binding = isBase ? .tight : isOperand ? .prefixed : .loose
        return binding < needed ? "(\(text))" : text
    }
}

extension Substring {
    /// What stands in the parentheses that it begins with.
    fileprivate var parenthesized: Substring? {
        guard first == "(" else { return nil }
        var depth = 0
        for index in indices {
            depth += self[index] == "(" ? 1 : self[index] == ")" ? -1 : 0
            if depth == 0 { return self[self.index(after: startIndex)..<index] }
        }
        return nil
    }
}
