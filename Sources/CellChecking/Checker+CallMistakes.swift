package import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// Says how a call's arguments do not go with the parameters.
    func report(
        _ mismatch: ArgumentMismatch, _ signature: Signature, named name: String, _ all: [Argument],
        _ arguments: CallArguments, _ span: SourceSpan
    ) {
        let hint = [otherLabel(all, [signature]), "declared as: \(signature.text)"].compactMap { $0 }
        switch mismatch {
        case .missing(let parameter):
            error(.missingArgument(parameter), at: end(of: arguments, span), hints: hint)
        case .order(let late, let early):
            error(
                .argumentsOutOfOrder(first: all[late].label ?? "_", second: all[early].label ?? "_"),
                at: all[late].labelSpan ?? all[late].value.span, hints: hint)
        case .extra(let index):
            let argument = all[index]
            if let label = argument.label, let near = NearestName.of(label, among: signature.labels) {
                return error(
                    .wrongLabel(label, expected: near),
                    at: argument.labelSpan ?? argument.value.span, hints: hint)
            }
            error(
                .extraArgument(label: argument.label), at: argument.labelSpan ?? argument.value.span, hints: hint)
        case .wrongLabel(let index, let expected):
            let argument = all[index]
            let place = argument.labelSpan ?? argument.value.span
            switch (argument.label, expected) {
            case (nil, let expected?): error(.missingLabel(expected), at: place, hints: hint)
            case (let label?, nil): error(.extraneousLabel(label), at: place, hints: hint)
            case (let label?, _?) where hint.count > 1:
                // Another library's, which the hint gives in ours.
                error(.extraArgument(label: label), at: place, hints: hint)
            case (let label?, let expected?):
                let near = NearestName.of(label, among: signature.labels) ?? expected
                error(
                    .wrongLabel(label, expected: near), at: place, hints: hint)
            case (nil, nil): error(.argumentMismatch(callTo: name), at: place, hints: hint)
            }
        }
    }

    /// `zeros(2, 3)` where the lengths are one list.
    func listProblem(
        _ signature: Signature, _ name: String, _ arguments: CallArguments
    ) -> (mistake: Mistake, span: SourceSpan, hints: [String])? {
        guard let first = signature.parameters.first, first.label == nil, first.type == .array(.int) else { return nil }
        let numbers = arguments.parenthesized.prefix { $0.label == nil && isInteger($0.value) }
        guard numbers.count > 1, let last = numbers.last else { return nil }
        let span = SourceSpan(start: numbers[0].value.span.start, end: last.value.span.end)
        let parameter = first.name == "_" ? nil : first.name
        return (
            .listInParts(parameter: parameter, of: name, text: source[span]), span, ["declared as: \(signature.text)"]
        )
    }

    /// Whether it reads as a number: a literal, a variable, arithmetic.
    private func isInteger(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .integer: return true
        case .name(let name):
            guard case .variable(let variable) = look(up: name, expression.span) else { return false }
            return variable.type.isNominal(BuiltIn.int)
        case .prefix("-", let operand), .parenthesized(let operand): return isInteger(operand)
        case .infix(let name, _, let left, let right):
            return ["+", "-", "*", "/", "%"].contains(name) && isInteger(left) && isInteger(right)
        default: return false
        }
    }

    /// The closing parenthesis.
    private func end(of arguments: CallArguments, _ span: SourceSpan) -> SourceSpan {
        let end = arguments.span.end
        return end > 0 ? SourceSpan(start: max(0, end - 1), end: end) : span
    }
}

extension Signature {
    var labels: [String] { parameters.compactMap(\.label) }

    /// The declaration as Swift writes it, for messages and help.
    package var text: String {
        let list = parameters.map(\.text).joined(separator: ", ")
        let throwing = throwing == .always ? " throws" : throwing == .whenArgumentsDo ? " rethrows" : ""
        let arrow = result.isVoid ? "" : " -> \(result)"
        let generics = genericParameters.isEmpty ? "" : "<\(genericParameters.joined(separator: ", "))>"
        let prefix = isStatic && kind.isMember ? "static " : isMutating ? "mutating " : ""
        switch kind {
        case .initializer(let isFailable): return "init\(isFailable ? "?" : "")\(generics)(\(list))\(throwing)"
        case .property: return "\(prefix)var \(name): \(result)"
        case .subscripted: return "subscript\(generics)(\(list))\(arrow)"
        case .function: return "\(prefix)func \(name)\(generics)(\(list))\(throwing)\(arrow)"
        }
    }
}

extension Signature.Kind {
    fileprivate var isMember: Bool {
        switch self {
        case .function, .property: true
        default: false
        }
    }
}

extension SignatureParameter {
    var text: String {
        let names: String
        switch label {
        case nil: names = name == "_" ? "_" : "_ \(name)"
        case let label? where label == name: names = name
        case let label?: names = "\(label) \(name)"
        }
        return "\(names): \(isInOut ? "inout " : "")\(type)\(isVariadic ? "..." : "")\(defaultText)"
    }

    private var defaultText: String {
        guard let defaultValue else { return "" }
        switch defaultValue.kind {
        case .integer(let value): return " = \(value)"
        case .float(let value): return " = \(value)"
        case .boolean(let value): return " = \(value)"
        case .nilLiteral: return " = nil"
        case .member(nil, let name, _): return " = .\(name)"
        case .string(let segments):
            if segments.isEmpty { return " = \"\"" }
            if case .text(let text)? = segments.first, segments.count == 1 { return " = \"\(text)\"" }
            return " = …"
        case .array(let elements) where elements.isEmpty: return " = []"
        default: return " = …"
        }
    }
}
