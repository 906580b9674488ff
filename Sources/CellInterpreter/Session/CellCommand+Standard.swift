internal import CellHost
internal import CellValues
internal import Display

extension CellCommand {
    /// The commands that every session has.
    static var standard: [CellCommand] { [help, who, reset, time, timeit, lint] }

    private static var help: CellCommand {
        CellCommand(name: "help", help: "What a name means: %help heatMap; alone, what there is.") { context in
            guard !context.argument.isEmpty else { return MIMEBundle(plain: overview(context.interpreter)) }
            guard let page = context.interpreter.assistant.help(context.argument) else {
                throw CellCommandError(
                    description: "there is no help on '\(context.argument)'; %help alone lists what there is")
            }
            return MIMEBundle(plain: page.plain).with(.markdown, page.markdown)
        }
    }

    private static func overview(_ interpreter: Interpreter) -> String {
        let commands = interpreter.commands.map { "  %\($0.name)  \($0.help)" }
        let types = interpreter.library.types.values.filter { $0.kind == .host }.map(\.name).sorted()
        let functions = (interpreter.library.declarations[""] ?? [:]).keys.filter { $0.first?.isLetter ?? false }
            .sorted()
        return """
            Commands:
            \(commands.joined(separator: "\n"))

            Types: \(types.joined(separator: ", "))

            Functions: \(functions.joined(separator: ", "))

            %help NAME or %help Type.member tells more; so does the tab key after a dot.
            """
    }

    private static var who: CellCommand {
        CellCommand(
            name: "who",
            help: "The variables of the session: types, shapes, bytes and values; %who Tensor, those of a type."
        ) { context in
            let wanted = context.argument.split(separator: " ").map(String.init)
            let all = context.interpreter.variables
            let variables = all.filter { wanted.isEmpty || wanted.contains($0.type) }
            guard !variables.isEmpty else {
                return MIMEBundle(plain: all.isEmpty ? "no variables yet" : "no variables of type \(context.argument)")
            }
            let size = ValueSize(library: context.interpreter.library)
            let rows = try variables.map { variable in
                [
                    variable.name, variable.type, size.shape(of: variable.value),
                    try size.bytes(of: variable.value).map(String.init) ?? "", variable.summary,
                ]
            }
            let table = ValueTable(header: ["name", "type", "shape", "bytes", "value"], rows: rows)
            return MIMEBundle(plain: table.plain).with(.html, table.html)
        }
    }

    private static var reset: CellCommand {
        CellCommand(name: "reset", help: "Forgets all variables, functions and types of the session.") { context in
            context.interpreter.reset()
            return nil
        }
    }
}
