internal import CellHost
internal import CellSyntax
internal import CellValues

/// Says of cells that ran what they may mean otherwise than they seem to: one line for each cause.
///
/// A line that ends with `// lint:ok` and the rule's name, or the line below such a comment, is let alone. `%lint off` turns it off.
final class CellLint {
    var isOn = true
    /// What variables of the session were declared with.
    private var definitions: [String: Expression] = [:]

    /// The lines about a cell that has run.
    func lines(
        about program: CellProgram, _ rules: [LintRule], session: @escaping (String) -> CellValue?
    ) -> [String] {
        remember(program)
        guard isOn, !rules.isEmpty else { return [] }
        let cell = LintedCell(
            statements: program.statements, source: program.source, session: session, definitions: definitions)
        var said: Set<String> = []
        return rules.flatMap { rule in
            rule.check(cell).sorted { $0.span.start < $1.span.start }.compactMap { finding in
                let line = program.source.position(of: finding.span.start).line
                guard said.insert(rule.name + finding.text).inserted, !isSilenced(rule.name, line, program.source)
                else {
                    return nil
                }
                return "warning[\(rule.name)] line \(line): \(finding.text)\n"
            }
        }
    }

    func forget() { definitions = [:] }

    private func remember(_ program: CellProgram) {
        for statement in program.statements {
            guard case .variable(let declaration) = statement.kind else { continue }
            for binding in declaration.bindings {
                if case .name(let name, _) = binding.pattern.kind { definitions[name] = binding.initializer }
            }
        }
    }

    private func isSilenced(_ rule: String, _ line: Int, _ source: SourceText) -> Bool {
        [line, line - 1].contains { number in
            let text = source.line(number)
            guard let comment = text.range(of: "// lint:ok") else { return false }
            // The line above counts where it is nothing but the comment.
            guard number == line || text[..<comment.lowerBound].allSatisfy(\.isWhitespace) else { return false }
            let names = text[comment.upperBound...].split { !($0.isLetter || $0 == "-") }
            return names.isEmpty || names.contains { $0 == rule }
        }
    }
}

extension CellCommand {
    static var lint: CellCommand {
        CellCommand(
            name: "lint",
            help: "Warnings about what a cell may mean otherwise than it seems: %lint off, %lint on; alone, the rules."
        ) { context in
            let lint = context.interpreter.lint
            switch context.argument {
            case "off": lint.isOn = false
            case "on": lint.isOn = true
            case "":
                let rules = context.interpreter.library.lintRules.map { "  \($0.name)" }
                context.print((["lint is \(lint.isOn ? "on" : "off"); its rules:"] + rules).joined(separator: "\n"))
            default:
                throw CellCommandError(
                    description: "%lint \(context.argument) means nothing; %lint off, %lint on, or %lint alone")
            }
            return nil
        }
    }
}
