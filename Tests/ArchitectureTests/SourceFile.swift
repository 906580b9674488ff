import Foundation

/// A Swift file of the repository, read.
struct SourceFile {
    /// From the repository's folder on: `Sources/Hooks/HookTable.swift`.
    let path: String
    let text: String

    /// The folder below `Sources` that it is in.
    var target: String { String(path.split(separator: "/")[1]) }
    var name: String { String(path.split(separator: "/").last ?? "") }
    var lines: [String] { text.components(separatedBy: "\n") }

    /// The modules that it imports.
    var imports: [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
                words[..<position].allSatisfy({
                    ["public", "package", "internal", "private", "fileprivate"].contains($0) || $0.hasPrefix("@")
                })
            else { return nil }
            return String(words[position + 1].split(separator: ".")[0])
        }
    }

    /// The places where `words` stand, each with the comment right above it and its attributes.
    func places(of words: String) -> [(place: String, line: String, comment: String)] {
        guard text.contains(words) else { return [] }
        let lines = lines
        return lines.enumerated().filter { $0.element.contains(words) }.map { number, line in
            let above = lines[..<number].reversed().map { $0.trimmingCharacters(in: .whitespaces) }
                .drop { $0.hasPrefix("@") }.prefix { $0.hasPrefix("//") }
            return ("\(name):\(number + 1)", line, above.joined(separator: " "))
        }
    }
}
