internal import CellChecking
internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension CellAssistant {
    /// What the name at the cursor means; among arguments that name nothing, the function that they are given to.
    func inspect(_ text: String, cursor: Int, detail: Int) -> CellInspection? {
        let cursor = min(max(0, cursor), text.utf8.count)
        if let page = magicPage(text, cursor: cursor) { return page }
        let code = withoutMagic(text, cursor: cursor)
        guard let place = CursorPlace(inspecting: code, at: cursor), place.kind != .comment else { return nil }
        let name = String(decoding: Array(place.text.utf8)[place.typed], as: UTF8.self)
        let found = checked(place)
        if name != "", name != CursorPlace.placeholder, let page = meaning(of: name, found) { return page }
        guard let call = found.probe.call, let first = call.candidates.first else { return nil }
        return page(call.candidates.map(\.signature), owner: first.signature.owner)
    }

    /// The sentence of the magic that the cursor's line begins with, while the cursor stands in its name.
    private func magicPage(_ text: String, cursor: Int) -> CellInspection? {
        let bytes = Array(text.utf8)
        var end = cursor
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        guard let (_, typed) = magic(text, cursor: end) else { return nil }
        guard let command = commands.first(where: { $0.name == typed.drop(while: { $0 == "%" }) }) else { return nil }
        return page(["%\(command.name)"], documentation: command.help, owner: nil)
    }

    /// The page of a name as `%help` gives it: `heatMap`, `Tensor`, `Tensor.gather`, a variable.
    func help(_ name: String) -> CellInspection? {
        let parts = name.split(separator: ".").map(String.init)
        let checker = Checker(linker: linker, names: names)
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

    private func meaning(of name: String, _ found: Checked) -> CellInspection? {
        switch (found.place.kind, found.probe.finding) {
        case (.text, _), (.label, _): return nil
        case (.member, .value(let type)?), (.member, .type(let type)?): return memberPage(type, name, found.checker)
        case (.member, .implicit?) where !found.probe.wanted.isEmpty:
            return found.probe.wanted.lazy.compactMap { memberPage($0.wrapped ?? $0, name, found.checker) }.first
        case (.member, _):
            return found.probe.call?.wantedType.flatMap { memberPage($0.wrapped ?? $0, name, found.checker) }
        case (_, .name(let meaning)?):
            if let page = page(meaning, name) { return page }
        default: break
        }
        if let local = found.checker.lastVariable(named: name) {
            return page(.variable(local), name)
        }
        return page(found.checker.look(up: name, .none), name)
    }

    private func memberPage(_ type: CellType, _ name: String, _ checker: Checker? = nil) -> CellInspection? {
        let checker = checker ?? Checker(linker: linker, names: names)
        if case .tuple(let elements) = type.resolved,
            let element = elements.enumerated().first(where: { $1.label == name || "\($0)" == name })
        {
            return page(["\(name): \(element.element.type.settled)"], documentation: "", owner: "\(type.settled)")
        }
        if let field = type.nominal?.fields.first(where: { $0.name == name }) {
            return page(["var \(name): \(field.type)"], documentation: "", owner: type.nominal?.name)
        }
        let signatures =
            (checker.members(of: type, name, receiver: nil) + checker.staticMembers(of: type, name)).map(\.signature)
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
        let checker = Checker(linker: linker, names: names)
        let initialisers = checker.staticMembers(of: type, "init").map(\.signature)
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
