internal import CellSyntax

extension CellAssistant {
    /// What the name at the cursor means; among arguments that name nothing, the function that they are given to.
    func inspect(_ text: String, cursor: Int, detail: Int) -> CellInspection? {
        let bytes = Array(text.utf8)
        var end = min(max(0, cursor), bytes.count)
        while end < bytes.count, bytes[end].isIdentifier { end += 1 }
        let scan = CursorScan(text, cursor: end)
        guard !scan.isComment else { return nil }
        let start = scan.identifierStart(endingAt: end)
        if scan.stringStart == nil, start < end, let found = meaning(scan, start, end) { return found }
        guard let call = call(scan), !call.candidates.isEmpty else { return nil }
        return page(call.candidates, owner: call.candidates[0].owner)
    }

    /// The page of a name as `%help` gives it: `heatMap`, `Tensor`, `Tensor.gather`, a variable.
    func help(_ name: String) -> CellInspection? {
        let parts = name.split(separator: ".").map(String.init)
        let checker = Checker(library: library, names: names)
        guard let first = parts.first else { return nil }
        guard parts.count > 1 else { return page(checker.look(up: first, .none), first) ?? memberPages(first) }
        switch checker.look(up: first, .none) {
        case .type(let type): return memberPage(type, parts[1])
        case .variable(let variable): return memberPage(variable.type, parts[1])
        default: return nil
        }
    }

    /// A member's name without its type: what it means on each of the library's types that has it.
    private func memberPages(_ name: String) -> CellInspection? {
        let types = library.types.values.filter { library.declarations[$0.name]?[name] != nil }
        let pages = types.sorted { $0.name < $1.name }.compactMap { type in
            memberPage(.nominal(type, type.genericParameters.map { .parameter($0) }), name)
        }
        guard !pages.isEmpty else { return nil }
        return CellInspection(
            plain: pages.map(\.plain).joined(separator: "\n\n"),
            markdown: pages.map(\.markdown).joined(separator: "\n\n---\n\n"))
    }

    private func meaning(_ scan: CursorScan, _ start: Int, _ end: Int) -> CellInspection? {
        let name = scan.text(start..<end)
        if start > 0, scan.bytes[start - 1] == UInt8(ascii: ".") {
            if let (receiver, _) = receiver(scan, endingAt: start - 1) {
                switch receiver {
                case .type(let type), .value(let type): return memberPage(type, name)
                }
            }
            return expectedType(CursorScan(scan.text(0..<start - 1), cursor: start - 1)).flatMap {
                memberPage($0, name)
            }
        }
        let checker = checked(scan.text(0..<end))
        if let local = checker.createdVariables.last(where: { $0.name == name }) { return page(.variable(local), name) }
        return page(checker.look(up: name, .none), name)
    }

    private func memberPage(_ type: CellType, _ name: String) -> CellInspection? {
        if let field = type.nominal?.fields.first(where: { $0.name == name }) {
            return page(["var \(name): \(field.type)"], documentation: "", owner: type.nominal?.name)
        }
        let signatures = members(type, name) + statics(type, name)
        return signatures.isEmpty ? nil : page(signatures, owner: type.nominal?.name)
    }

    private func page(_ found: Found, _ name: String) -> CellInspection? {
        switch found {
        case .variable(let variable): return page(variable)
        case .candidates(let candidates): return page(candidates.map(\.signature), owner: nil)
        case .type(let type): return page(type)
        case .field(let base, let index):
            let type = base.type.nominal
            return page(["var \(name): \(type?.fields[index].type ?? .unknown)"], documentation: "", owner: type?.name)
        case .nothing: return nil
        }
    }

    private func page(_ variable: Variable) -> CellInspection {
        let declaration = "\(variable.isConstant ? "let" : "var") \(variable.name): \(variable.type.settled)"
        var text = variable.documentation.withoutDocumentationMarks
        if let summary = summary(variable) { text += (text.isEmpty ? "" : "\n\n") + summary }
        return page([declaration], documentation: text, owner: nil)
    }

    private func page(_ signatures: [Signature], owner: String?) -> CellInspection {
        var seen: Set<String> = []
        let texts = signatures.map(\.text).filter { seen.insert($0).inserted }
        return page(texts, documentation: documentation(of: signatures), owner: owner)
    }

    /// What the overloads say of themselves, in their order.
    private func documentation(of signatures: [Signature]) -> String {
        var seen: Set<String> = []
        let texts = signatures.map(\.documentation.withoutDocumentationMarks).filter { seen.insert($0).inserted }
        return texts.filter { !$0.isEmpty }.prefix(6).joined(separator: "\n\n")
    }

    private func page(_ type: CellType) -> CellInspection {
        let checker = Checker(library: library, names: names)
        let initialisers = statics(type, "init")
        var text = [type.nominal?.documentation.withoutDocumentationMarks ?? "", documentation(of: initialisers)]
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
        let members = checker.memberNames(of: type, isStatic: false)
        let statics = checker.memberNames(of: type, isStatic: true)
        if !statics.isEmpty { text += "\n\nOf the type: " + statics.joined(separator: ", ") }
        if !members.isEmpty { text += "\n\nOf a value: " + members.joined(separator: ", ") }
        return page(["\(type)"] + initialisers.map(\.text), documentation: text, owner: nil)
    }

    private func page(_ declarations: [String], documentation: String, owner: String?) -> CellInspection {
        let code = declarations.prefix(12).joined(separator: "\n")
        let place = owner.map { "of \($0)" }
        let plain = [code, place, documentation].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n")
        let marked = ["```swift\n\(code)\n```", place.map { "*\($0)*" }, documentation].compactMap { $0 }
        return CellInspection(plain: plain, markdown: marked.filter { !$0.isEmpty }.joined(separator: "\n\n"))
    }
}
