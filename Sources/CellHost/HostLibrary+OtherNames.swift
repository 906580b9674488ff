/// How other libraries and languages say what this one says otherwise: what is told when their words are typed.
///
/// The host keeps the words; the interpreter knows where to look: at a member that a type does not have, at a name or
/// operator that there is not, at a label, and at text that is no Swift.
public struct OtherNames {
    /// By what was typed: a name, a path such as `nn.functional.softmax`, an operator, a label with its colon.
    private(set) var hints: [String: String] = [:]

    /// Lines of the form `view reshape -> t.reshaped([2, 3])`, names before the arrow, what to write behind it; a line
    /// with ` : ` in the arrow's place says something where there is nothing to write.
    init(_ table: String) {
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let mark = words.firstIndex(where: { $0 == "->" || $0 == ":" }) else { continue }
            let text = words[(mark + 1)...].joined(separator: " ")
            for name in words[..<mark] { hints[String(name)] = words[mark] == "->" ? "here: \(text)" : text }
        }
    }

    /// What is told of the longest beginning of a path that is known: of `nn.Linear` in `nn.Linear.weight`.
    func hint(for path: String) -> String? {
        var rest = path[...]
        while !rest.isEmpty {
            if let hint = hints[String(rest)] { return hint }
            guard let dot = rest.lastIndex(of: ".") else { return nil }
            rest = rest[..<dot]
        }
        return nil
    }
}

extension HostLibrary {
    /// Says how other libraries call what a type has, or with no type what stands free: names, operators, labels.
    ///
    /// ```swift
    /// library.otherNames(on: "Tensor", "view -> t.reshaped([2, 3])\ndevice : all numbers are on the processor")
    /// ```
    /// A table is read when the first of its names is wanted.
    public func otherNames(on owner: String = "", _ table: String) {
        otherNameTexts[owner, default: ""] += table + "\n"
        otherNameTables[owner] = nil
    }

    /// What is told of a name or path that a type does not have.
    package func otherName(_ path: String, on owner: String = "") -> String? { table(owner).hint(for: path) }

    /// Every hint that says what to write, as the owner's name, what was typed and what is told. For a test of the table.
    public func allOtherNames() -> [(owner: String, typed: String, hint: String)] {
        otherNameTexts.keys.sorted().flatMap { owner in
            table(owner).hints.sorted { $0.key < $1.key }.map { (owner, $0.key, $0.value) }
        }
    }

    private func table(_ owner: String) -> OtherNames {
        if let table = otherNameTables[owner] { return table }
        let table = OtherNames(otherNameTexts[owner] ?? "")
        otherNameTables[owner] = table
        return table
    }
}
