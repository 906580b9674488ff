/// Writes Swift that uses each hand-written declaration as it says that it can be used: with all its labels, and with none
/// of what has a default. It compiles only if the library agrees.
struct SignatureChecks {
    let library: Library
    let handWritten: HandWritten

    func file() -> String {
        let functions = handWritten.declarations.enumerated().map { check($1, number: $0 + 1) }
        return """
            // swift-format-ignore-file
            // Written by `make bindings` from the declarations of Sources/CellLibrary/ByHand.
            import SwiftLens

            /// Each hand-written declaration, used as it says that it can be. That it compiles is the test.
            enum HandWrittenSignatures {
            \(functions.joined(separator: "\n\n"))
            }

            """
    }

    private func check(_ declaration: LibraryDeclaration, number: Int) -> String {
        var lines = [
            "    // \(declaration.text)",
            "    static func check\(number)\(generics(declaration))(\(inputs(declaration))) throws {",
        ]
        for parameter in declaration.parameters {
            guard let value = parameter.defaultValue else { continue }
            lines.append("        let _: \(spelled(parameter.type)) = \(value)")
        }
        var uses = [use(declaration, declaration.parameters)]
        let needed = declaration.parameters.filter { $0.defaultValue == nil }
        if needed.count < declaration.parameters.count { uses.append(use(declaration, needed)) }
        for use in uses where !declaration.isWriteOnly { lines.append("        " + statement(declaration, use)) }
        if declaration.isSettable { lines.append("        \(use(declaration, declaration.parameters)) = value") }
        return (lines + ["    }"]).joined(separator: "\n")
    }

    private func generics(_ declaration: LibraryDeclaration) -> String {
        let names = declaration.genericParameters.map { $0.name + ($0.constraint.map { ": " + $0 } ?? "") }
        return names.isEmpty ? "" : "<\(names.joined(separator: ", "))>"
    }

    private func inputs(_ declaration: LibraryDeclaration) -> String {
        var inputs = declaration.parameters.map { parameter in
            let isFunction = if case .function = parameter.type { true } else { false }
            let kind = parameter.isInOut ? "inout " : isFunction ? "@escaping " : ""
            return "_ \(parameter.name): \(kind)\(spelled(parameter.type))"
        }
        if declaration.isInstanceMember, let owner = declaration.owner {
            let isChanged = declaration.isMutating || declaration.isSettable
            let type = owner == "Sequence" ? "some Sequence<Tensor>" : spelled(.named(owner, []))
            inputs.insert("_ subject: \(isChanged ? "inout " : "")\(type)", at: 0)
        }
        if declaration.isSettable { inputs.append("_ value: \(spelled(declaration.result))") }
        return inputs.joined(separator: ", ")
    }

    private func use(_ declaration: LibraryDeclaration, _ parameters: [LibraryDeclaration.Parameter]) -> String {
        let subject = declaration.isInstanceMember ? "subject" : declaration.owner ?? ""
        let dot = subject.isEmpty ? "" : "."
        let arguments = parameters.map { parameter in
            (parameter.label.map { "\($0): " } ?? "") + (parameter.isInOut ? "&" : "") + parameter.name
        }.joined(separator: ", ")
        switch declaration.kind {
        case .property, .enumCase: return "\(subject)\(dot)\(declaration.name)"
        case .subscripted: return "\(subject)[\(arguments)]"
        case .initializer: return "\(subject)(\(arguments))"
        case .prefixOperator: return "\(declaration.name)\(parameters[0].name)"
        case .binaryOperator: return "\(parameters[0].name) \(declaration.name) \(parameters[1].name)"
        case .function:
            return declaration.name == "callAsFunction"
                ? "\(subject)(\(arguments))" : "\(subject)\(dot)\(declaration.name)(\(arguments))"
        }
    }

    private func statement(_ declaration: LibraryDeclaration, _ use: String) -> String {
        let attempt = (declaration.throwing == .never ? "" : "try ") + use
        switch declaration.value {
        case .void: return attempt
        // What comes back of a generic function is told by what went in.
        case _ where !declaration.genericParameters.isEmpty: return "_ = \(attempt)"
        case let type: return "let _: \(spelled(type)) = \(attempt)"
        }
    }

    /// A type in the library's words: a cell says `TextTokenizer` of what is `any TextTokenizer`.
    private func spelled(_ type: SourceType) -> String {
        let protocols = library.types.values.filter { $0.kind == .proto }.map {
            ($0.name, SourceType.existential($0.name))
        }
        return "\(type.replacing(Dictionary(protocols) { first, _ in first }))"
    }
}
