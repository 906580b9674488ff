internal import CellChecking
internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension CellAssistant {
    /// - Parameter cursor: in bytes of UTF-8.
    /// - Parameter value: the session's values by name, for completions inside of strings.
    func complete(_ text: String, cursor: Int, value: @escaping (String) -> CellValue? = { _ in nil })
        -> CellCompletions
    {
        let cursor = min(max(0, cursor), text.utf8.count)
        if let magic = magic(text, cursor: cursor) { return magics(magic.start..<cursor, magic.typed) }
        let code = withoutMagic(text, cursor: cursor)
        guard let place = CursorPlace(completing: code, at: cursor) else { return nothing(at: cursor) }
        let typed = String(decoding: Array(code.utf8)[place.typed], as: UTF8.self)
        switch place.kind {
        case .comment, .newName: return nothing(at: cursor)
        case .module:
            let items = library.modules.sorted().map { CellCompletion($0, kind: .class) }
            return CellCompletions(replaced: place.typed, items: fitting(items, typed))
        case .loop(let labels):
            let items = labels.map { CellCompletion($0, kind: .instance) }
            return CellCompletions(replaced: place.typed, items: fitting(items, typed))
        case .text(let start): return texts(place, start..<cursor, code, value)
        case .name, .member, .type, .label:
            return CellCompletions(replaced: place.typed, items: fitting(items(checked(place)), typed))
        }
    }

    private func nothing(at cursor: Int) -> CellCompletions { CellCompletions(replaced: cursor..<cursor, items: []) }

    private func items(_ found: Checked) -> [CellCompletion] {
        switch (found.place.kind, found.probe.finding) {
        case (.label, _): return labels(found)
        case (.type, _): return types(found.checker)
        case (.member, .value(let type)?): return members(type, found.checker)
        case (.member, .type(let type)?): return statics(type, found.checker)
        case (.member, .within(let outer)?): return types(within: outer)
        case (.member, .implicit?) where !found.probe.wanted.isEmpty:
            return found.probe.wanted.flatMap { statics($0.wrapped ?? $0, found.checker) }
        case (.member, _):
            guard let type = found.probe.call?.wantedType else { return [] }
            return statics(type, found.checker)
        default: return labels(found) + VisibleNames(self, found).items
        }
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

    private func members(_ type: CellType, _ checker: Checker) -> [CellCompletion] {
        let fields = type.nominal?.fields ?? []
        var parts: [String: CellType] = Dictionary(fields.map { ($0.name, $0.type) }) { first, _ in first }
        if case .tuple(let elements) = type.resolved {
            for (index, element) in elements.enumerated() { parts[element.label ?? "\(index)"] = element.type }
        }
        return checker.memberNames(of: type, isStatic: false).map { name in
            if let part = parts[name] { return CellCompletion(name, kind: .property, type: "\(part.settled)") }
            return CellCompletion(name, checker.members(of: type, name, receiver: nil).map(\.signature))
        }
    }

    private func statics(_ type: CellType, _ checker: Checker) -> [CellCompletion] {
        if case .existential(let name) = type.resolved {
            return library.types.values.filter { $0.conformances.contains(name) }.sorted { $0.name < $1.name }
                .flatMap { statics(.nominal($0, []), checker) }
        }
        return checker.memberNames(of: type, isStatic: true).map {
            CellCompletion($0, checker.staticMembers(of: type, $0).map(\.signature))
        }
    }

    private func types(_ checker: Checker) -> [CellCompletion] {
        let own =
            checker.block.chain.flatMap { Array($0.types.keys) + Array($0.typeAliases.keys) }
            + checker.declarations.types.keys
            + checker.declarations.typeAliases.keys + names.types.keys + names.typeAliases.keys
        return own.sorted().map { CellCompletion($0, kind: .class) }
            + library.types.values.sorted { $0.name < $1.name }.map {
                CellCompletion($0.name, kind: .class, documentation: $0.documentation.firstSentence)
            } + (outerNames + library.protocols.sorted() + ["Void"]).map { CellCompletion($0, kind: .class) }
    }

    /// What library types lie within that is no type itself, such as `Unicode`.
    private var outerNames: [String] {
        let names = library.types.keys.compactMap { name in name.firstIndex(of: ".").map { String(name[..<$0]) } }
        return Set(names).subtracting(library.types.keys).sorted()
    }

    private func types(within outer: String) -> [CellCompletion] {
        library.types.values.filter { $0.name.hasPrefix(outer + ".") }.sorted { $0.name < $1.name }.map {
            CellCompletion(
                String($0.name.dropFirst(outer.count + 1)), kind: .class, documentation: $0.documentation.firstSentence)
        }
    }

    // MARK: Labels of arguments

    private func labels(_ found: Checked) -> [CellCompletion] {
        guard let call = found.probe.call, found.place.kind == .label || call.arguments[call.index].label == nil else {
            return []
        }
        let others = call.arguments.indices.filter { $0 != call.index }.compactMap { call.arguments[$0].label }
        return call.candidates.map(\.signature).flatMap { candidate in
            candidate.parameters.compactMap { parameter in
                guard let label = parameter.label, !others.contains(label) else { return nil }
                return CellCompletion("\(label):", kind: .param, type: "\(parameter.type)", signature: candidate.text)
            }
        }
    }

    // MARK: Magics

    private func magics(_ replaced: Range<Int>, _ typed: String) -> CellCompletions {
        let sigil = typed.hasPrefix("%%") ? "%%" : "%"
        let items = commands.sorted { $0.name < $1.name }.map {
            CellCompletion(sigil + $0.name, kind: .magic, documentation: $0.help)
        }
        return CellCompletions(replaced: replaced, items: fitting(items, typed))
    }

    // MARK: Inside of strings

    private func texts(
        _ place: CursorPlace, _ replaced: Range<Int>, _ code: String, _ value: @escaping (String) -> CellValue?
    ) -> CellCompletions {
        guard let call = checked(place).probe.call else { return CellCompletions(replaced: replaced, items: []) }
        let typed = String(decoding: Array(code.utf8)[replaced], as: UTF8.self)
        let receiver = call.candidates.lazy.compactMap(\.receiver).first?.sessionVariable
        let request = CompletionRequest(text: typed, receiver: receiver.flatMap(value), variable: value)
        let found = call.keys.compactMap { library.completionProviders["\($0)#\(call.index)"] }.flatMap { $0(request) }
        var seen: Set<String> = []
        let items = found.filter { seen.insert($0).inserted }.map { CellCompletion($0, kind: .text) }
        return CellCompletions(replaced: replaced, items: items)
    }
}

extension CheckedExpression {
    /// The name of the variable that it is.
    fileprivate var sessionVariable: String? {
        switch kind {
        case .variable(let variable): variable.name
        case .inOut(let inner): inner.sessionVariable
        default: nil
        }
    }
}

extension CellCompletion {
    /// A function or property by its declarations.
    init(_ name: String, _ signatures: [Signature]) {
        guard let first = signatures.first else {
            self.init(name, kind: .property)
            return
        }
        let sentence = first.documentation.firstSentence
        if case .property = first.kind {
            self.init(name, kind: .property, type: "\(first.result)", documentation: sentence)
        } else {
            self.init(name, kind: .function, signature: first.text, documentation: sentence)
        }
    }

    init(_ variable: Variable) {
        self.init(variable.name, kind: .instance, type: "\(variable.type.settled)")
    }
}

extension String {
    /// Up to the first line's end, without the marks of a documentation comment.
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
