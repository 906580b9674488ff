/// A public declaration of the library.
struct LibraryDeclaration {
    enum Kind: Equatable {
        case function, prefixOperator, binaryOperator
        case initializer(isFailable: Bool)
        case property(isSettable: Bool)
        case subscripted(isSettable: Bool)
        case enumCase
    }

    enum Throwing { case never, always, whenArgumentsDo }

    struct Parameter: Equatable {
        /// nil for `_`.
        var label: String?
        var name: String
        var type: SourceType
        var isInOut = false
        var isVariadic = false
        /// As the source writes it.
        var defaultValue: String?
    }

    struct GenericParameter: Equatable {
        var name: String
        var constraint: String?
    }

    /// The target and the file's name, for messages and for the order in the output.
    var target = ""
    var file = ""
    var kind: Kind
    /// The type that it is a member of.
    var owner: String?
    /// Without backticks.
    var name: String
    var isStatic = false
    var isMutating = false
    /// A subscript that is only assigned to.
    var isWriteOnly = false
    /// Of a property: whether the source says `let`.
    var isConstant = false
    var throwing = Throwing.never
    var genericParameters: [GenericParameter] = []
    var hasWhereClause = false
    var parameters: [Parameter] = []
    var result = SourceType.void
    /// The documentation comment's lines, each with its `///`.
    var documentation: [String] = []
}

extension LibraryDeclaration {
    /// What tells it from all others: `Tensor.sum(dim: Int, keepdim: Bool)`.
    var key: String {
        hasParameters ? "\(qualifiedName)(\(called.map(\.keyText).joined(separator: ", ")))" : qualifiedName
    }

    /// The same without types, as Swift's documentation names it: `Tensor.sum(dim:keepdim:)`.
    var shortKey: String {
        hasParameters ? "\(qualifiedName)(\(called.map { ($0.label ?? "_") + ":" }.joined()))" : qualifiedName
    }

    /// The parameters as a call has them: an operator's have no labels.
    private var called: [Parameter] {
        guard kind == .prefixOperator || kind == .binaryOperator else { return parameters }
        return parameters.map { Parameter(label: nil, name: $0.name, type: $0.type, isInOut: $0.isInOut) }
    }

    private var qualifiedName: String { (owner.map { $0 + "." } ?? "") + name }

    /// Whether its name is followed by parentheses.
    private var hasParameters: Bool {
        switch kind {
        case .property: false
        case .enumCase: !parameters.isEmpty
        default: true
        }
    }

    /// The type of the value that it gives.
    var value: SourceType {
        switch kind {
        case .initializer(let isFailable):
            isFailable ? .optional(.named(owner ?? "", [])) : .named(owner ?? "", [])
        case .enumCase: .named(owner ?? "", [])
        default: result
        }
    }

    /// How late it comes among overloads that differ in their numbers' types.
    var literalRank: Int {
        let types = parameters.map { "\($0.type)" }.joined(separator: " ")
        return types.contains("Float") ? 2 : types.contains("Double") ? 1 : 0
    }

    var isSettable: Bool {
        switch kind {
        case .property(let isSettable), .subscripted(let isSettable): isSettable
        default: false
        }
    }

    /// Whether it is called on a value of its owner.
    var isInstanceMember: Bool {
        switch kind {
        case .initializer, .enumCase, .prefixOperator, .binaryOperator: false
        default: owner != nil && !isStatic
        }
    }
}

extension LibraryDeclaration.Parameter {
    fileprivate var keyText: String { "\(label ?? "_"): \(isInOut ? "inout " : "")\(type)\(isVariadic ? "..." : "")" }
}

// MARK: The declaration in the words of an interface

extension LibraryDeclaration {
    /// `func sum(dim: Int, keepdim: Bool = false) -> Tensor`, on one line.
    var text: String {
        let isTypeLevel = isStatic || kind == .enumCase
        let start = (isTypeLevel ? "static " : "") + (isMutating ? "mutating " : "")
        let effect = throwing == .always ? " throws" : throwing == .whenArgumentsDo ? " rethrows" : ""
        switch kind {
        case .function: return start + "func " + escapedName + generics + parameterText + effect + resultText
        case .prefixOperator: return start + "prefix func \(name) " + parameterText + effect + resultText
        case .binaryOperator: return start + "func \(name) " + parameterText + effect + resultText
        case .initializer(let isFailable): return "init" + (isFailable ? "?" : "") + generics + parameterText + effect
        case .property(let isSettable):
            return start + (isConstant ? "let" : "var") + " \(escapedName): \(result)" + accessors(isSettable, effect)
        case .subscripted(let isSettable):
            return start + "subscript" + parameterText + " -> \(result)" + accessors(isSettable, effect)
        case .enumCase:
            let hasValues = !parameters.isEmpty
            return start
                + (hasValues ? "func \(escapedName)\(parameterText) -> \(value)" : "let \(escapedName): \(value)")
        }
    }

    private var escapedName: String { Self.keywords.contains(name) ? "`\(name)`" : name }

    private static let keywords: Set<String> = ["where", "var", "let", "in", "is", "as", "default", "case", "return"]

    private var generics: String {
        if genericParameters.isEmpty { return "" }
        return "<" + genericParameters.map { $0.name + ($0.constraint.map { ": " + $0 } ?? "") }.joined(separator: ", ")
            + ">"
    }

    private var parameterText: String {
        let isSubscript = if case .subscripted = kind { true } else { false }
        return "(" + parameters.map { $0.text(withBothNames: isSubscript) }.joined(separator: ", ") + ")"
    }

    private var resultText: String { result == .void ? "" : " -> \(result)" }

    private func accessors(_ isSettable: Bool, _ effect: String) -> String {
        if isSettable { return isWriteOnly ? " { set }" : " { get set }" }
        return effect.isEmpty ? "" : " { get\(effect) }"
    }
}

extension LibraryDeclaration.Parameter {
    /// `dim: Int = -1`, `_ text: String`; a subscript's label is one only where two names stand.
    fileprivate func text(withBothNames: Bool) -> String {
        let names = label == name && !withBothNames ? name : "\(label ?? "_") \(name)"
        return "\(names): \(isInOut ? "inout " : "")\(type)\(isVariadic ? "..." : "")"
            + (defaultValue.map { " = " + $0 } ?? "")
    }
}
