import SwiftSyntax

extension LibraryDeclaration {
    mutating func read(
        _ signature: FunctionSignatureSyntax, _ generics: GenericParameterClauseSyntax?,
        _ requirements: GenericWhereClauseSyntax?
    ) {
        parameters = signature.parameterClause.parameters.map { Parameter($0) }
        result = signature.returnClause.map { SourceType($0.type) } ?? .void
        switch signature.effectSpecifiers?.throwsClause?.throwsSpecifier.text {
        case "throws": throwing = .always
        case "rethrows": throwing = .whenArgumentsDo
        default: throwing = .never
        }
        genericParameters = (generics?.parameters ?? []).map {
            GenericParameter(name: $0.name.text, constraint: $0.inheritedType?.trimmedDescription)
        }
        hasWhereClause = requirements != nil
    }

    mutating func read(_ modifiers: DeclModifierListSyntax) {
        let names = modifiers.map(\.name.text)
        isStatic = names.contains("static") || names.contains("class")
        isMutating = names.contains("mutating")
    }
}

extension LibraryDeclaration.Parameter {
    init(_ syntax: FunctionParameterSyntax, isSubscript: Bool = false) {
        let type = SourceType.FunctionParameter(syntax.type)
        let first = syntax.firstName.text.filter { $0 != "`" }
        let second = syntax.secondName?.text
        // A subscript's parameter has a label only when it has two names.
        let label = isSubscript && second == nil ? "_" : first
        self.init(
            label: label == "_" ? nil : label, name: second ?? first, type: type.type, isInOut: type.isInOut,
            isVariadic: syntax.ellipsis != nil, defaultValue: syntax.defaultValue?.value.onOneLine)
    }

    init(_ syntax: EnumCaseParameterSyntax) {
        let label = syntax.firstName?.text == "_" ? nil : syntax.firstName?.text
        self.init(
            label: label, name: syntax.secondName?.text ?? label ?? "value", type: SourceType(syntax.type),
            defaultValue: syntax.defaultValue?.value.onOneLine)
    }
}

extension SyntaxProtocol {
    /// The text with its line breaks as single spaces.
    var onOneLine: String {
        trimmedDescription.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
