public import CellValues

/// A declaration of the table: its text, and what runs when it is used.
package final class HostDeclaration {
    /// Swift interface text with its documentation comment.
    package let text: String
    /// The type that it is a member of.
    package let owner: String?
    /// `gather`, `init`, `subscript`, `+`.
    package let name: String
    package let body: HostBody
    /// Of a property or subscript that can be set: self, then the indices, then the new value.
    package let setter: HostBody?
    /// Whether the call must look for a reported ``Fault`` afterwards.
    package let mayFault: Bool

    /// - Parameter name: found in the text when it is not given.
    package init(
        text: String, name: String? = nil, owner: String?, body: @escaping HostBody, setter: HostBody? = nil,
        mayFault: Bool = true
    ) {
        self.text = text
        self.owner = owner
        self.body = body
        self.setter = setter
        self.mayFault = mayFault
        self.name = name ?? HostDeclaration.scanName(text)
    }

    /// The name, found without a parser: what follows the first introducer outside of comments.
    private static func scanName(_ text: String) -> String {
        let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("///") }.joined(separator: " ")
        let introducers: Set<Substring> = ["func", "var", "let", "init", "subscript", "case"]
        var words = code.split { $0 == " " || $0 == "(" || $0 == "<" || $0 == ":" || $0 == "?" }[...]
        while let word = words.first {
            words = words.dropFirst()
            guard introducers.contains(word) else { continue }
            if word == "init" || word == "subscript" { return String(word) }
            guard word == "func", let range = code.range(of: "func ") else { return words.first.map(String.init) ?? "" }
            // An operator's name may hold the characters that the words were split at.
            let rest = code[range.upperBound...].drop { $0 == " " || $0 == "`" }
            let isOperator = rest.first.map { !$0.isLetter && $0 != "_" } ?? false
            return String(rest.prefix { isOperator ? $0 != " " && $0 != "(" : $0.isLetter || $0.isNumber || $0 == "_" })
        }
        return ""
    }
}

extension String {
    /// Where `part` first occurs; without Foundation.
    package func range(of part: String) -> Range<String.Index>? {
        guard !part.isEmpty else { return nil }
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}

/// What runs: the arguments lie in a row, self first when there is one. A mutating one changes the first in place.
@usableFromInline package typealias HostBody = (UnsafeMutablePointer<CellValue>) throws -> CellValue

/// Why a declaration cannot be used.
package struct HostProblem: Error, CustomStringConvertible {
    package var description: String
    package init(description: String) { self.description = description }
}
