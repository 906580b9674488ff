internal import CellValues

// What tests of a table ask it.
extension HostLibrary {
    package var all: [HostDeclaration] { declarations.values.flatMap(\.values).flatMap { $0 } }

    /// All declarations as Swift writes them, without their documentation, with the type that each is a member of.
    package var texts: [(owner: String, text: String)] {
        all.map { declaration in
            let code = declaration.text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("///") }
            return (declaration.owner ?? "", code.joined(separator: " "))
        }.sorted { ($0.owner, $0.text) < ($1.owner, $1.text) }
    }

    /// The declarations as Swift writes them, without their comments, and the types that they are members of. For tests
    /// that make calls from them.
    package func signatures() -> [(owner: String?, text: String)] {
        all.map { ($0.owner, $0.lines(areComments: false).joined(separator: " ")) }
            .sorted { ($0.owner ?? "", $0.text) < ($1.owner ?? "", $1.text) }
    }

    /// The declarations and types without a sentence that says what they are. For a test of the table.
    package func undocumented() -> [String] {
        let silent = all.filter { !$0.text.hasPrefix("/// ") }.map(\.fullName)
        return (silent + types.values.filter { $0.kind == .host && $0.documentation.isEmpty }.map(\.name)).sorted()
    }

    /// The declarations on a type, or that take or give one, whose documentation shows no use of them.
    package func withoutExample(of type: String) -> [String] {
        all.filter { $0.concerns(type) && !$0.hasExample }.map(\.fullName).sorted()
    }
}

extension HostDeclaration {
    fileprivate var fullName: String { [owner, name].compactMap { $0 }.joined(separator: ".") }

    fileprivate func lines(areComments: Bool) -> [Substring] {
        text.split(separator: "\n").filter { $0.drop { $0 == " " }.hasPrefix("///") == areComments }
    }

    fileprivate func concerns(_ type: String) -> Bool {
        let code = lines(areComments: false).joined(separator: " ")
        return owner == type || code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == type }
    }

    /// Whether a piece of code in the documentation has the name in it, or what stands for it.
    fileprivate var hasExample: Bool {
        let parts = lines(areComments: true).joined(separator: " ").split(
            separator: "`", omittingEmptySubsequences: false)
        let sign =
            switch name {
            case "init": owner ?? ""
            case "subscript": "["
            case "callAsFunction": "("
            default: String(name.filter { $0 != "`" })
            }
        return parts.indices.contains { !$0.isMultiple(of: 2) && parts[$0].contains(sign) }
    }
}
