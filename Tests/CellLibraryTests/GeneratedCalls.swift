import TestSupport

/// A declaration of the table taken apart, so that calls can be made of it.
struct DeclaredFunction: Sendable {
    struct Parameter: Sendable {
        let label: String?
        let name: String
        let type: String
        let hasDefault: Bool
    }
    let owner: String?
    let name: String
    let parameters: [Parameter]
    let isStatic: Bool
    let isProperty: Bool
    let isThrowing: Bool
    /// Whether it changes what it is called on, or its first argument.
    let isMutating: Bool

    /// nil for what no call is made of: operators of a form of their own, stored members of types.
    init?(owner: String?, text: String) {
        self.owner = owner
        let head = text.prefix { $0 != "(" && $0 != ":" }
        var words = head.split(separator: " ").map(String.init)
        isStatic = words.contains("static")
        isMutating = words.contains("mutating") || text.contains("inout")
        words.removeAll { ["static", "mutating", "prefix", "public"].contains($0) }
        guard let kind = words.first else { return nil }
        isProperty = kind == "var" || kind == "let"
        let rest = text.drop { $0 != "(" }
        guard isProperty || !rest.isEmpty else { return nil }
        let closing = DeclaredFunction.closing(rest)
        isThrowing = !isProperty && rest[closing...].contains("throws")
        parameters = isProperty ? [] : DeclaredFunction.parameters(rest[..<closing].dropFirst())
        let written =
            kind == "subscript" ? "subscript" : kind.hasPrefix("init") ? "init" : words.dropFirst().first ?? ""
        name = written.filter { $0 != "`" }
        guard !name.isEmpty, !written.contains("<") || !(written.first?.isLetter ?? false) else { return nil }
    }

    private static func closing(_ text: Substring) -> Substring.Index {
        var depth = 0
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth == 0 { return index }
        }
        return text.startIndex
    }

    private static func parameters(_ text: Substring) -> [Parameter] {
        var (parts, depth) = ([""], 0)
        for character in text {
            if "([<".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            if character == ">", !(parts.last?.hasSuffix("-") ?? false) { depth -= 1 }
            if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.compactMap { part in
            guard let colon = part.firstIndex(of: ":") else { return nil }
            let names = part[..<colon].split(separator: " ").map(String.init)
            let value = part[part.index(after: colon)...]
            let equals = value.firstIndex(of: "=")
            let type = value[..<(equals ?? value.endIndex)].trimmingPrefix { $0 == " " }
            return Parameter(
                label: names.first == "_" ? nil : names.first, name: names.last ?? "",
                type: String(type).trimmed.replacing("inout ", with: ""), hasDefault: equals != nil)
        }
    }

    var isOperator: Bool { !(name.first.map { $0.isLetter || $0 == "_" } ?? true) }

    /// A cell that calls it with these arguments, in the order of the parameters; nil leaves one with a default out.
    func cell(on receiver: String, _ arguments: [String?]) -> String {
        let list = zip(parameters, arguments).compactMap { parameter, argument -> String? in
            guard let argument else { return nil }
            return (parameter.label.map { "\($0): " } ?? "") + argument
        }
        let call = self.call(on: receiver, list, arguments.compactMap { $0 })
        let attempt = isThrowing ? "try " : ""
        return isMutating
            ? "var changed = \(changed(receiver, arguments))\n\(attempt)\(call)" : "print(\(attempt)\(call))"
    }

    private func changed(_ receiver: String, _ arguments: [String?]) -> String {
        isOperator ? arguments.first.flatMap { $0 } ?? receiver : receiver
    }

    private func call(on receiver: String, _ list: [String], _ plain: [String]) -> String {
        if isOperator {
            if plain.count == 1 { return "\(name)(\(plain[0]))" }
            return isMutating ? "changed \(name) \(plain[1])" : "(\(plain[0])) \(name) (\(plain[1]))"
        }
        let target = isMutating ? "changed" : receiver
        switch name {
        case "init": return "\(owner ?? "")(\(list.joined(separator: ", ")))"
        case "subscript": return "\(target)[\(list.joined(separator: ", "))]"
        case "callAsFunction": return "\(target)(\(list.joined(separator: ", ")))"
        default: break
        }
        let place = owner.map { isStatic ? "\($0)." : "\(target)." } ?? ""
        return isProperty ? place + name : "\(place)\(name)(\(list.joined(separator: ", ")))"
    }
}

extension String {
    fileprivate var trimmed: String {
        String(reversed().drop { $0 == " " }.reversed().drop { $0 == " " })
    }
}
