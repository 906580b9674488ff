internal import CellHost
internal import CellSyntax
package import Display

/// A line magic: `%name argument`, or `%%name` above a whole cell.
///
/// ```swift
/// interpreter.commands.append(
///     CellCommand(name: "memory", help: "How much memory the session uses.") { _ in MIMEBundle(plain: memoryText()) })
/// ```
package struct CellCommand {
    package var name: String
    /// One sentence.
    package var help: String
    /// Whether its argument is Swift, which is checked with the rest of the cell; what the command gives is then the
    /// argument's value, and otherwise a page.
    package var runsSwift: Bool
    /// The letters of the options with a number that may stand before the argument, such as `-n 100`.
    var options: [Character] = []
    /// Gives what to show as the cell's result, if anything.
    package var run: (CellCommandContext) throws -> MIMEBundle?

    package init(
        name: String, help: String, runsSwift: Bool = false,
        run: @escaping (CellCommandContext) throws -> MIMEBundle?
    ) {
        self.name = name
        self.help = help
        self.runsSwift = runsSwift
        self.run = run
    }
}

/// What a command is given.
package struct CellCommandContext {
    package let interpreter: Interpreter
    /// What follows the name: the rest of the line, or of the cell after `%%`.
    package let argument: String
    package let isWholeCell: Bool
    /// The argument as a program of its own, at its place in the cell.
    let program: SourceText
    /// Of those that the command has.
    let options: [Character: Int]

    /// Runs the argument as Swift, in the session.
    ///
    /// - Throws: what the argument throws, or what is wrong with it.
    @discardableResult
    package func runArgument() throws -> MIMEBundle? {
        guard let shown = try interpreter.execute(program) else { return nil }
        return try ValueDisplay(library: interpreter.library).bundle(for: shown)
    }

    /// Prints a line.
    package func print(_ text: String) { CellConsole.write(text + "\n") }
}

/// A command that was given what it cannot use.
struct CellCommandError: Error, CustomStringConvertible {
    var description: String
}
