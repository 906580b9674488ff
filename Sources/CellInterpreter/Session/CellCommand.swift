internal import CellHost
internal import CellSyntax
public import Display

/// A line magic: `%name argument`, or `%%name` above a whole cell.
///
/// ```swift
/// interpreter.commands.append(
///     CellCommand(name: "memory", help: "How much memory the session uses.") { _ in MIMEBundle(plain: memoryText()) })
/// ```
public struct CellCommand {
    public var name: String
    /// One sentence.
    public var help: String
    /// Whether its argument is Swift, which is checked with the rest of the cell; what the command gives is then the
    /// argument's value, and otherwise a page.
    public var runsSwift: Bool
    /// The letters of the options with a number that may stand before the argument, such as `-n 100`.
    var options: [Character] = []
    /// Gives what to show as the cell's result, if anything.
    public var run: (CellCommandContext) throws -> MIMEBundle?

    public init(
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
public struct CellCommandContext {
    public let interpreter: Interpreter
    /// What follows the name: the rest of the line, or of the cell after `%%`.
    public let argument: String
    public let isWholeCell: Bool
    /// The argument as a program of its own, at its place in the cell.
    let program: SourceText
    /// Of those that the command has.
    let options: [Character: Int]

    /// Runs the argument as Swift, in the session.
    ///
    /// - Throws: what the argument throws, or what is wrong with it.
    @discardableResult
    public func runArgument() throws -> MIMEBundle? {
        guard let shown = try interpreter.execute(program) else { return nil }
        return try ValueDisplay(library: interpreter.library).bundle(for: shown)
    }

    /// Prints a line.
    public func print(_ text: String) { CellConsole.write(text + "\n") }
}

/// A command that was given what it cannot use.
struct CellCommandError: Error, CustomStringConvertible {
    var description: String
}
