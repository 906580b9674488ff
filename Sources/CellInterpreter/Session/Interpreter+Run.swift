internal import CellChecking
internal import CellHost
internal import CellMachine
internal import CellMeaning
internal import CellSyntax
package import CellValues
internal import Display
internal import SessionSafety

extension Interpreter {
    /// Runs a cell: checks it as a whole, then runs its statements one by one.
    ///
    /// What a statement declares is there for later cells as soon as it has run, also when a later statement fails.
    /// - Parameter name: what tracebacks call the cell.
    package func run(_ text: String, name: String = "cell") -> CellResult {
        let source = SourceText(text, name: name)
        return session.run {
            CellConsole.with(output) { DeepValues.ending { guarded { try execute(source) } } }
        }
    }

    /// The value of an expression.
    ///
    /// - Throws: ``CellError``.
    package func evaluate(_ expression: String, name: String = "expression") throws -> CellValue {
        let result = run(expression, name: name)
        if let error = result.error { throw error }
        return result.value ?? .void
    }

    /// Runs a body as cells run: faults of the library become errors, and errors become results.
    private func guarded(_ body: () throws -> ShownValue?) -> CellResult {
        machine.adopt(stackLimit: ThreadStack.limit)
        ValueMemory.begin()
        let top = machine.top
        defer { machine.leave(top, machine.top - top) }
        do {
            // Showing a value may be what computes it.
            return try Fault.catching {
                let shown = try body()
                let bundle = try shown.map { try ValueDisplay(library: library).bundle(for: $0) }
                return CellResult(value: shown?.value, bundle: bundle ?? nil, error: nil)
            }
        } catch {
            return CellResult(value: nil, bundle: nil, error: CellErrorReport(library: library).error(for: error))
        }
    }

    /// Runs a program, or a cell with commands in the order of its lines.
    func execute(_ source: SourceText) throws -> ShownValue? {
        let program = CellParser.parse(source, commands: commands.map(\.name))
        // What cells leave out is reported together with the other mistakes of the cell.
        guard program.commands.isEmpty, program.isReadable else { return try execute(program) }
        let cell = try check(program, names)
        if cell.showsLastValue, ForeignText.endsWithDivision(source.text), let note = library.otherName("//") {
            output.write("note: \(note)\n", to: .standardError)
        }
        let shown = try execute(cell)
        let lines = lint.lines(about: program, library.lintRules) { self.names.variables[$0]?.global?.value }
        if !lines.isEmpty { output.write(lines.joined(), to: .standardError) }
        return shown
    }

    /// Checks a program that is to run. The stop button ends that too.
    func check(_ program: CellProgram, _ names: SessionNames) throws -> CheckedCell {
        let checker = Checker(linker: linker, names: names)
        checker.stopsOnRequest = true
        let cell = checker.check(program)
        try Interruption.check()
        return cell
    }

    private func execute(_ cell: CheckedCell) throws -> ShownValue? { try prepare(cell).run() }

    /// A program that is ready to run, more than once if need be.
    func prepare(_ source: SourceText) throws -> CellRun {
        try prepare(check(CellParser.parse(source), names))
    }

    private func prepare(_ cell: CheckedCell) throws -> CellRun {
        let errors = cell.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw CompileFailure(diagnostics: errors, source: cell.source) }
        let compiler = CellCompiler(machine: machine, source: cell.source)
        try compiler.compile(cell.functions, cell.staticValues)
        let run = CellRun(cell, compiler) { [unowned self] in define($0) }
        // What was compiled while a stop came is not whole.
        try Interruption.check()
        names.define(cell.declarations)
        machine.installMembers(of: names)
        return run
    }

    func define(_ variable: Variable) {
        names.define(variable)
        if !order.contains(variable.name) { order.append(variable.name) }
    }
}

/// A cell that cannot run, with all that is wrong with it.
struct CompileFailure: Error {
    var diagnostics: [CellDiagnostic]
    var source: SourceText
}
