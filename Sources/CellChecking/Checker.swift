internal import CellHost
package import CellMeaning
package import CellSyntax
internal import CellValues

/// Finds what every name of a cell means, which overload every call takes and which type everything has, or says what is
/// wrong, all before anything runs.
///
/// ```swift
/// let cell = Checker(linker: linker, names: session).check(CellParser.parse(source))
/// ```
package final class Checker {
    let library: HostLibrary
    let names: SessionNames
    let linker: HostLinker
    let solver: TypeSolver
    var source = SourceText("")
    var diagnostics: [CellDiagnostic] = []
    var scope = FunctionScope(parent: nil)
    package var block = BlockNames(parent: nil)
    var context = FunctionContext(.cell, result: nil, mayThrow: true)
    /// The outermost block: what it declares belongs to the session.
    var globalBlock = BlockNames(parent: nil)
    /// Everything made so far, whose types are settled at the end.
    var created: [CheckedExpression] = []
    package var createdVariables: [Variable] = []
    var createdClosures: [CheckedClosure] = []
    /// Operators on numbers whose type is not known yet.
    var undecided: [CheckedExpression] = []
    var functions: [UserFunction] = []
    package var declarations = SessionDeclarations()
    /// Bodies of functions and methods: checked when all of the cell's names are known.
    var laterBodies: [() -> Void] = []
    /// Every type that the cell spells out, for the checks at its end.
    var writtenTypes: [(type: CellType, span: SourceSpan)] = []
    /// Which scopes call which local functions: they need what those capture.
    var localUses: [(scope: FunctionScope, function: UserFunction)] = []
    /// Values of static stored properties.
    var staticValues: [StaticValue] = []
    /// The session's types that the cell declares again as they were.
    var unchangedTypes: [String: NominalType] = [:]
    /// What refused extensions declare: a use of it is no mistake of its own.
    var refusedMembers: Set<String> = []
    /// What the call is that the arguments are checked for, for messages.
    var callee: String?
    /// How many default values are being checked within each other.
    var defaultDepth = 0
    /// In the second and later patterns of a case, whose names are those of the first.
    var sharesPatternNames = false
    /// Where everything that is made stands, while a default value of another text is checked.
    var standInSpan: SourceSpan?

    /// Who wants to know what stands at a cursor.
    package var probe: CursorProbe?

    /// Whether the stop button ends the check. What is then found is incomplete, and whoever asked throws ``Interrupted``.
    package var stopsOnRequest = false

    var conformances: Conformances { solver.conformances }

    package init(linker: HostLinker, names: SessionNames) {
        library = linker.library
        self.names = names
        self.linker = linker
        solver = TypeSolver(library: library)
    }

    package func check(_ program: CellProgram) -> CheckedCell {
        source = program.source
        block = globalBlock
        let statements = topLevel(program.statements)
        finish()
        if !hasErrors(program) { followWays(statements) }
        // They are there for later cells when this one runs.
        for (type, name) in declarations.conformances { type.conformances.remove(name) }
        let last = program.statements.last
        var shows = false
        if case .expression(let expression)? = statements.last?.kind, last?.endsWithSemicolon == false {
            shows = !expression.type.isVoid && !expression.type.isNever && !expression.isAssignment
        }
        return CheckedCell(
            source: source, scope: scope, statements: statements, functions: functions, staticValues: staticValues,
            showsLastValue: shows, declarations: declarations,
            diagnostics: sortedDiagnostics(program.diagnostics + causes(program)))
    }

    private func hasErrors(_ program: CellProgram) -> Bool {
        (diagnostics + program.diagnostics).contains { $0.severity == .error }
    }

    /// What is wrong, without what only follows from something that cells leave out: a class's name is then unknown.
    private func causes(_ program: CellProgram) -> [CellDiagnostic] {
        let leftOut = program.diagnostics.filter { $0.severity == .error }.flatMap { diagnostic in
            let rest = String(decoding: source.text.utf8.dropFirst(diagnostic.span.start), as: UTF8.self)
            return rest.prefix { !$0.isNewline }.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        }
        // What an operator that nobody knows is applied to does not matter.
        let unknown = program.diagnostics.filter { $0.message.hasPrefix("cannot find operator ") }.map(\.span.start)
        return diagnostics.filter { diagnostic in
            if diagnostic.message.hasPrefix("binary operator "), unknown.contains(diagnostic.span.start) {
                return false
            }
            guard diagnostic.message.hasPrefix("cannot find ") else { return true }
            return !leftOut.contains { diagnostic.message.contains("'\($0)'") }
        }
    }

    private func sortedDiagnostics(_ all: [CellDiagnostic]) -> [CellDiagnostic] {
        var seen: Set<CellDiagnostic> = []
        return all.filter { seen.insert($0).inserted }.sorted { $0.span.start < $1.span.start }
    }

    // MARK: Making nodes

    func make(_ kind: CheckedExpression.Kind, _ type: CellType, _ span: SourceSpan) -> CheckedExpression {
        let expression = CheckedExpression(kind, type, standInSpan ?? span)
        created.append(expression)
        return expression
    }

    func invalid(_ span: SourceSpan) -> CheckedExpression { make(.invalid, .unknown, span) }

    // MARK: Reporting

    func error(_ message: String, at span: SourceSpan, hints: [String] = []) {
        diagnostics.append(CellDiagnostic(message, at: span, hints: hints))
    }

    func failed(_ message: String, at span: SourceSpan, hints: [String] = []) -> CheckedExpression {
        error(message, at: span, hints: hints)
        return invalid(span)
    }

    // MARK: Trying

    struct Snapshot {
        fileprivate var mark: TypeSolver.Mark
        fileprivate var counts: [Int]
        fileprivate var foundThrow: Bool
        fileprivate var scope: FunctionScope
    }

    var snapshot: Snapshot {
        Snapshot(
            mark: solver.mark,
            counts: [
                diagnostics.count, created.count, createdVariables.count, createdClosures.count, undecided.count,
                scope.variables.count, functions.count, laterBodies.count, writtenTypes.count,
            ], foundThrow: context.foundThrow, scope: scope)
    }

    func restore(_ snapshot: Snapshot) {
        solver.rollBack(to: snapshot.mark)
        let counts = snapshot.counts
        diagnostics.removeLast(diagnostics.count - counts[0])
        created.removeLast(created.count - counts[1])
        createdVariables.removeLast(createdVariables.count - counts[2])
        createdClosures.removeLast(createdClosures.count - counts[3])
        undecided.removeLast(undecided.count - counts[4])
        snapshot.scope.variables.removeLast(snapshot.scope.variables.count - counts[5])
        functions.removeLast(functions.count - counts[6])
        laterBodies.removeLast(laterBodies.count - counts[7])
        writtenTypes.removeLast(writtenTypes.count - counts[8])
        context.foundThrow = snapshot.foundThrow
    }

    /// Types as written in this cell.
    func resolve(_ reference: TypeReference) -> CellType {
        var resolver = TypeResolver(library: library, names: names)
        for block in block.chain.reversed() {
            resolver.localTypes.merge(block.types) { $1 }
            resolver.localAliases.merge(block.typeAliases) { $1 }
        }
        resolver.selfType = context.ownType.map { .nominal($0, []) }
        resolver.open = { [self] in solver.fresh($0) }
        resolver.report = { [self] message, span in error(message, at: span) }
        let type = resolver.resolve(reference)
        writtenTypes.append((type, reference.span))
        return type
    }
}

extension CheckedExpression {
    /// Also `+=` and the like.
    var isAssignment: Bool {
        switch kind {
        case .assignment: true
        default: false
        }
    }
}
