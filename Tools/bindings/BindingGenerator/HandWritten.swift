import SwiftParser
import SwiftSyntax

/// The declarations that `Sources/CellLibrary/ByHand` puts into the table.
struct HandWritten {
    private(set) var declarations: [LibraryDeclaration] = []
    /// Types that it registers: `type("TextTokenizer", …)`.
    private(set) var types: Set<String> = []
    private(set) var problems: [String] = []

    mutating func read(_ source: String, file: String) {
        let visitor = DeclareVisitor(viewMode: .sourceAccurate)
        visitor.walk(Parser.parse(source: source))
        for call in visitor.calls {
            switch call {
            case .type(let name): types.insert(name)
            case .declare(let text?, let owner): add(text, owner, file)
            case .declare(nil, _):
                problems.append("\(file): write the text of each declaration as one literal, so that it can be checked")
            }
        }
    }

    private mutating func add(_ text: String, _ owner: String?, _ file: String) {
        var reader = SourceReader()
        reader.readInterface(text, owner: owner, file: file)
        if reader.declarations.count != 1 { problems.append("\(file): cannot read '\(text)'") }
        declarations += reader.declarations
    }
}

/// Finds the calls of `declare(…)`, `type(…)` and `genericType(…)`.
private final class DeclareVisitor: SyntaxVisitor {
    enum Call {
        case declare(String?, owner: String?)
        case type(String)
    }
    private(set) var calls: [Call] = []

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        guard let name = node.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text,
            let first = node.arguments.first?.expression
        else { return .visitChildren }
        if name == "declare" {
            let owner = node.arguments.first { $0.label?.text == "on" }?.expression
            calls.append(.declare(text(first), owner: owner.flatMap(text)))
        } else if name == "type" || name == "genericType", let type = text(first) {
            calls.append(.type(type))
        }
        return .visitChildren
    }

    private func text(_ expression: ExprSyntax) -> String? {
        expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue
    }
}
