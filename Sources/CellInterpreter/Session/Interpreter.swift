package import CellHost
internal import CellMachine
internal import CellMeaning
@_exported public import CellSyntax
internal import CellValues
package import SessionSafety

/// A session: runs cells one after the other, and keeps what they declare.
///
/// ```swift
/// let interpreter = Interpreter(library: HostLibrary(), output: output)
/// interpreter.run("let x = 6 * 7", name: "cell 1")
/// interpreter.run("x", name: "cell 2").bundle?.plain      // "42"
/// ```
/// Another interpreter, on another thread, sees nothing of it: not its stops, its output, its random numbers. One thread owns
/// it. The depth of recursion in cells follows the size of that thread's stack; sixty-four megabytes
/// are plenty.
package final class Interpreter {
    package let library: HostLibrary
    /// What its cells have to themselves, the stop button among it.
    package let session: Session
    package let output: any CellOutput
    /// The line magics that cells know. The caller may add its own.
    package var commands: [CellCommand] = CellCommand.standard
    /// What it has read of the library.
    let linker: HostLinker
    let names = SessionNames()
    let machine: Machine
    let lint = CellLint()
    /// Names of variables in the order of their first declaration.
    var order: [String] = []

    /// - Parameter session: the process's own for the cells that a signal stops.
    package init(library: HostLibrary, output: any CellOutput, session: Session = Session()) {
        self.library = library
        linker = HostLinker(library: library)
        self.output = output
        self.session = session
        machine = Machine(library: library, stop: session.stop)
        session.run {
            Notes.receive(with: CellConsole.tell)
            library.begin?()
        }
    }

    // MARK: Looking

    /// Whether Enter should run the text in a console.
    package func isComplete(_ text: String) -> CellCompleteness { CellCompleteness(of: text) }

    /// The variables that the session has, in the order of their declaration.
    package var variables: [CellVariable] {
        session.run { order.compactMap { name in names.variables[name].map { CellVariable($0, library) } } }
    }

    /// Forgets all that cells have declared.
    package func reset() {
        session.run {
            DeepValues.ending {
                names.removeAll()
                lint.forget()
                order = []
            }
        }
    }
}
