internal import CellSyntax

extension CellAssistant {
    /// - Parameter cursor: in bytes of UTF-8.
    /// - Parameter value: the session's values by name, for completions inside of strings.
    func complete(_ text: String, cursor: Int, value: @escaping (String) -> CellValue? = { _ in nil })
        -> CellCompletions
    {
        let cursor = min(max(0, cursor), text.utf8.count)
        let scan = CursorScan(text, cursor: cursor)
        if let magic = magics(scan, cursor) { return magic }
        if scan.isComment { return CellCompletions(replaced: cursor..<cursor, items: []) }
        if let start = scan.stringStart { return strings(scan, start, cursor, value) }
        let start = scan.identifierStart(endingAt: cursor)
        let prefix = scan.text(start..<cursor)
        let items: [CellCompletion]
        if start > 0, scan.bytes[start - 1] == UInt8(ascii: ".") {
            items = afterDot(scan, start - 1)
        } else if prefix.first?.isNumber == true {
            items = []
        } else {
            items = labels(scan, start) + visibleNames(scan.text(0..<start))
        }
        return CellCompletions(replaced: start..<cursor, items: fitting(items, prefix))
    }

    /// Items that begin with what was typed; in another case when none does.
    private func fitting(_ items: [CellCompletion], _ prefix: String) -> [CellCompletion] {
        var seen: Set<String> = []
        let unique = items.filter { seen.insert($0.text).inserted }
        let exact = unique.filter { $0.text.hasPrefix(prefix) }
        if !exact.isEmpty || prefix.isEmpty { return exact }
        let lower = prefix.lowercased()
        return unique.filter { $0.text.lowercased().hasPrefix(lower) }
    }

    // MARK: Members

    private func afterDot(_ scan: CursorScan, _ dot: Int) -> [CellCompletion] {
        guard let (receiver, _) = receiver(scan, endingAt: dot) else {
            // `.name`, where a type is expected.
            guard let type = expectedType(scan) else { return [] }
            return staticItems(type.wrapped ?? type)
        }
        switch receiver {
        case .value(let type): return memberItems(type)
        case .type(let type): return staticItems(type)
        }
    }

    private func memberItems(_ type: CellType) -> [CellCompletion] {
        let checker = Checker(library: library, names: names)
        let fields = type.nominal?.fields ?? []
        return checker.memberNames(of: type, isStatic: false).map { name in
            if let field = fields.first(where: { $0.name == name }) {
                return CellCompletion(name, kind: .property, type: "\(field.type)")
            }
            return item(name, members(type, name))
        }
    }

    private func staticItems(_ type: CellType) -> [CellCompletion] {
        let checker = Checker(library: library, names: names)
        if case .existential(let name) = type.resolved {
            return library.types.values.filter { $0.conformances.contains(name) }.sorted { $0.name < $1.name }
                .flatMap { staticItems(.nominal($0, [])) }
        }
        return checker.memberNames(of: type, isStatic: true).map { item($0, statics(type, $0)) }
    }

    private func item(_ name: String, _ signatures: [Signature]) -> CellCompletion {
        guard let first = signatures.first else { return CellCompletion(name, kind: .property) }
        let sentence = first.documentation.firstSentence
        if case .property = first.kind {
            return CellCompletion(name, kind: .property, type: "\(first.result)", documentation: sentence)
        }
        return CellCompletion(name, kind: .function, signature: first.text, documentation: sentence)
    }

    // MARK: Labels of arguments

    private func labels(_ scan: CursorScan, _ start: Int) -> [CellCompletion] {
        guard let bracket = scan.brackets.last, bracket.opening != UInt8(ascii: "{"),
            scan.text(bracket.argumentStart..<start).allSatisfy(\.isWhitespace), let call = call(scan)
        else { return [] }
        let given = scan.text(bracket.offset + 1..<bracket.argumentStart)
        return call.candidates.flatMap { candidate in
            candidate.parameters.compactMap { parameter in
                guard let label = parameter.label, !given.contains("\(label):") else { return nil }
                return CellCompletion("\(label):", kind: .param, type: "\(parameter.type)", signature: candidate.text)
            }
        }
    }

    // MARK: Names

    private func visibleNames(_ before: String) -> [CellCompletion] {
        let checker = checked(before)
        var items = checker.createdVariables.filter { !$0.name.hasPrefix("$") }.map(variableItem)
        items += checker.functions.map { CellCompletion($0.name, kind: .function) }.filter {
            $0.text.first?.isLetter == true
        }
        items += checker.declarations.types.keys.sorted().map { CellCompletion($0, kind: .class) }
        items += names.variables.values.sorted { $0.name < $1.name }.map(variableItem)
        items += names.functions.sorted { $0.key < $1.key }.filter { $0.key.first?.isLetter == true }.map {
            item($0.key, $0.value)
        }
        items += names.types.keys.sorted().map { CellCompletion($0, kind: .class) }
        items += (library.declarations[""] ?? [:]).keys.filter { $0.first?.isLetter == true }.sorted().map {
            item($0, checker.declared($0))
        }
        items += library.types.values.sorted { $0.name < $1.name }.map {
            CellCompletion($0.name, kind: .class, documentation: $0.documentation.firstSentence)
        }
        return items + CellAssistant.keywords.map { CellCompletion($0, kind: .keyword) }
    }

    private func variableItem(_ variable: Variable) -> CellCompletion {
        CellCompletion(variable.name, kind: .instance, type: "\(variable.type.settled)")
    }

    private static let keywords = [
        "as", "break", "case", "catch", "continue", "default", "defer", "do", "else", "enum", "extension", "false",
        "for", "func", "guard", "if", "import", "in", "inout", "is", "let", "mutating", "nil", "repeat", "return",
        "static", "struct", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    // MARK: Magics

    private func magics(_ scan: CursorScan, _ cursor: Int) -> CellCompletions? {
        let lineStart = scan.bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = scan.text(lineStart..<cursor)
        guard let first = line.firstIndex(where: { $0 != " " }), line[first] == "%" else { return nil }
        let typed = line[first...]
        guard !typed.contains(" ") else { return nil }
        let sigil = typed.hasPrefix("%%") ? "%%" : "%"
        let items = commands.sorted().map { CellCompletion(sigil + $0, kind: .magic) }
        let start = cursor - typed.utf8.count
        return CellCompletions(replaced: start..<cursor, items: fitting(items, String(typed)))
    }

    // MARK: Inside of strings

    private func strings(
        _ scan: CursorScan, _ start: Int, _ cursor: Int, _ value: @escaping (String) -> CellValue?
    ) -> CellCompletions {
        let typed = scan.text(start..<cursor)
        var found: [String] = []
        // A list of texts may be an argument itself: the call is then one bracket further out.
        for bracket in scan.brackets.reversed().prefix(2) {
            guard let call = call(scan, bracket) else { continue }
            let request = CompletionRequest(text: typed, receiver: value(call.receiverText), variable: value)
            for key in call.keys {
                guard let provider = library.completionProviders["\(key)#\(bracket.commas)"] else { continue }
                found += provider(request)
            }
            break
        }
        var seen: Set<String> = []
        let items = found.filter { seen.insert($0).inserted }.map { CellCompletion($0, kind: .text) }
        return CellCompletions(replaced: start..<cursor, items: items)
    }
}

extension String {
    /// Up to the first full stop, without the marks of a documentation comment.
    var firstSentence: String? {
        let line =
            withoutDocumentationMarks.split(separator: "\n", omittingEmptySubsequences: true).first.map(String.init)
            ?? ""
        return line.isEmpty ? nil : line
    }

    /// A documentation comment as plain text.
    var withoutDocumentationMarks: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
            let trimmed = line.drop { $0 == " " }
            guard trimmed.hasPrefix("///") else { return line }
            return trimmed.dropFirst(trimmed.hasPrefix("/// ") ? 4 : 3)
        }.joined(separator: "\n")
    }
}
