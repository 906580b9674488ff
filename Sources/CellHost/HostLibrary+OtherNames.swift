package import CellSyntax

/// How other libraries and languages say what this one says otherwise: what is told when their words are typed.
///
/// The host keeps the words; the interpreter knows where to look: at a member that a type does not have, at a name or
/// operator that there is not, at a label, and at text that is no Swift.
package struct OtherNames {
    /// By what was typed: a name, a path such as `nn.functional.softmax`, an operator, a label with its colon.
    private(set) var hints: [String: Hint] = [:]

    enum Hint {
        /// What to write.
        case proposal(Proposal)
        /// What there is to know, where there is nothing to write.
        case words(String)
    }

    /// Lines of the form `view reshape -> t.reshaped([#all(2, 3)])`, names before the arrow, behind it a ``Proposal``; a line
    /// with ` : ` in the arrow's place says something where there is nothing to write.
    init(_ table: String) {
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let mark = words.firstIndex(where: { $0 == "->" || $0 == ":" }) else { continue }
            let text = words[(mark + 1)...].joined(separator: " ")
            let hint = words[mark] == "->" ? Hint.proposal(Proposal(text)) : .words(text)
            for name in words[..<mark] { hints[String(name)] = hint }
        }
    }

    /// What is told of the longest beginning of a path that is known: of `nn.Linear` in `nn.Linear.weight`.
    /// - Parameter call: the call of that path, which is asked for where its arguments can be given back.
    func hint(for path: String, call: () -> TypedCall?) -> String? {
        var rest = path[...]
        while !rest.isEmpty {
            if let hint = hints[String(rest)] { return hint.text { rest.count == path.count ? call() : nil } }
            guard let dot = rest.lastIndex(of: ".") else { return nil }
            rest = rest[..<dot]
        }
        return nil
    }
}

extension OtherNames.Hint {
    func text(isPart: Bool = false, call: () -> TypedCall? = { nil }) -> String {
        switch self {
        case .words(let text): return text
        case .proposal(let proposal):
            guard proposal.takesArguments, let call = call() else { return "here: \(proposal.text)" }
            return "here: \(proposal.text(for: call, isPart: isPart))"
        }
    }
}

extension HostLibrary {
    /// Says how other libraries call what a type has, or with no type what stands free: names, operators, labels.
    ///
    /// ```swift
    /// library.otherNames(on: "Tensor", "view -> t.reshaped([#all(2, 3)])\ndevice : all numbers are on the processor")
    /// ```
    /// A table is read when the first of its names is wanted.
    package func otherNames(on owner: String = "", _ table: String) {
        otherNameTexts[owner, default: ""] += table + "\n"
        otherNameTables[owner] = nil
    }

    /// What is told of a name or path that a type does not have, with the arguments of its call where there is one.
    package func otherName(
        _ path: String, on owner: String = "", call: () -> TypedCall? = { nil }
    ) -> String? {
        table(owner).hint(for: path, call: call)
    }

    /// What is told of a label, with the values of the call's arguments.
    package func otherLabel(_ label: String, in call: () -> TypedCall?) -> String? {
        table("labels").hints[label + ":"]?.text(isPart: true, call: call)
    }

    /// What is to be written for each name, with the owner's name. For tests of the table.
    package func allProposals() -> [(owner: String, typed: String, proposal: Proposal)] {
        otherNameTexts.keys.sorted().flatMap { owner in
            table(owner).hints.sorted { $0.key < $1.key }.compactMap { typed, hint in
                if case .proposal(let proposal) = hint { (owner, typed, proposal) } else { nil }
            }
        }
    }

    private func table(_ owner: String) -> OtherNames {
        if let table = otherNameTables[owner] { return table }
        let table = OtherNames(otherNameTexts[owner] ?? "")
        otherNameTables[owner] = table
        return table
    }
}
