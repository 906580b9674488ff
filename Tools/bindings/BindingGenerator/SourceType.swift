import SwiftSyntax

/// A type as a declaration writes it, taken apart as far as the bindings need it.
indirect enum SourceType: Equatable {
    /// `Int`, `Range<Int>`, `HookedTransformer`.
    case named(String, [SourceType])
    case optional(SourceType)
    case array(SourceType)
    case dictionary(SourceType, SourceType)
    case tuple([TupleElement])
    case function([FunctionParameter], isThrowing: Bool, result: SourceType)
    /// `any ModelInput`.
    case existential(String)
    case void
    /// What has no place in a cell, such as `some View`.
    case other(String)

    struct TupleElement: Equatable {
        var label: String?
        var type: SourceType
    }

    struct FunctionParameter: Equatable {
        var isInOut: Bool
        var type: SourceType
    }
}

extension SourceType: CustomStringConvertible {
    /// The type in a declaration's words: `[String: Tensor]`, `(any TensorIndex)?`.
    var description: String {
        switch self {
        case .named(let name, let arguments):
            arguments.isEmpty ? name : "\(name)<\(arguments.map(\.description).joined(separator: ", "))>"
        case .optional(let wrapped): wrapped.needsParentheses ? "(\(wrapped))?" : "\(wrapped)?"
        case .array(let element): "[\(element)]"
        case .dictionary(let key, let value): "[\(key): \(value)]"
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { "\($0): " } ?? "") + "\($0.type)" }.joined(separator: ", ") + ")"
        case .function(let parameters, let isThrowing, let result):
            "(" + parameters.map { ($0.isInOut ? "inout " : "") + "\($0.type)" }.joined(separator: ", ") + ")"
                + (isThrowing ? " throws" : "") + " -> \(result)"
        case .existential(let name): "any \(name)"
        case .void: "Void"
        case .other(let text): text
        }
    }

    var isArray: Bool {
        if case .array = self { return true }
        return false
    }

    private var needsParentheses: Bool {
        switch self {
        case .function, .existential: true
        default: false
        }
    }

    /// The type with names replaced: `Self` by its owner, a generic parameter by what it stands for.
    func replacing(_ names: [String: SourceType]) -> SourceType {
        switch self {
        case .named(let name, let arguments):
            names[name] ?? .named(name, arguments.map { $0.replacing(names) })
        case .optional(let wrapped): .optional(wrapped.replacing(names))
        case .array(let element): .array(element.replacing(names))
        case .dictionary(let key, let value): .dictionary(key.replacing(names), value.replacing(names))
        case .tuple(let elements):
            .tuple(elements.map { TupleElement(label: $0.label, type: $0.type.replacing(names)) })
        case .function(let parameters, let isThrowing, let result):
            .function(
                parameters.map { FunctionParameter(isInOut: $0.isInOut, type: $0.type.replacing(names)) },
                isThrowing: isThrowing, result: result.replacing(names))
        case .existential, .void, .other: self
        }
    }
}

extension SourceType {
    init(_ syntax: TypeSyntax) {
        if let type = syntax.as(IdentifierTypeSyntax.self) {
            let arguments = type.genericArgumentClause?.arguments.map { argument -> SourceType in
                if case .type(let type) = argument.argument { return SourceType(type) }
                return .other(argument.trimmedDescription)
            }
            self = type.name.text == "Void" ? .void : .named(type.name.text, arguments ?? [])
        } else if let type = syntax.as(OptionalTypeSyntax.self) {
            self = .optional(SourceType(type.wrappedType))
        } else if let type = syntax.as(ArrayTypeSyntax.self) {
            self = .array(SourceType(type.element))
        } else if let type = syntax.as(DictionaryTypeSyntax.self) {
            self = .dictionary(SourceType(type.key), SourceType(type.value))
        } else if let type = syntax.as(TupleTypeSyntax.self) {
            self = SourceType(type.elements)
        } else if let type = syntax.as(FunctionTypeSyntax.self) {
            self = .function(
                type.parameters.map { FunctionParameter($0.type) },
                isThrowing: type.effectSpecifiers?.throwsClause != nil, result: SourceType(type.returnClause.type))
        } else if let type = syntax.as(SomeOrAnyTypeSyntax.self), type.someOrAnySpecifier.text == "any" {
            self = .existential(type.constraint.trimmedDescription)
        } else if let type = syntax.as(AttributedTypeSyntax.self) {
            // `@escaping` says nothing to a cell.
            self = SourceType(type.baseType)
        } else if let type = syntax.as(MemberTypeSyntax.self) {
            self = .named(type.trimmedDescription, [])
        } else {
            self = .other(syntax.trimmedDescription)
        }
    }

    private init(_ elements: TupleTypeElementListSyntax) {
        let types = elements.map { element in
            TupleElement(label: element.firstName?.text, type: SourceType(element.type))
        }
        switch types.count {
        case 0: self = .void
        case 1: self = types[0].type
        default: self = .tuple(types)
        }
    }
}

extension SourceType.FunctionParameter {
    init(_ syntax: TypeSyntax) {
        let specifiers = syntax.as(AttributedTypeSyntax.self)?.specifiers.trimmedDescription ?? ""
        self.init(isInOut: specifiers.contains("inout"), type: SourceType(syntax))
    }
}
