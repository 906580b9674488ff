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
    var findings = Findings()
    var scope = FunctionScope(parent: nil)
    package var block = BlockNames(parent: nil)
    var context = FunctionContext(.cell, result: nil, mayThrow: true)
    /// The outermost block: what it declares belongs to the session.
    var globalBlock = BlockNames(parent: nil)
    package var declarations = SessionDeclarations()
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
    /// In how many calls within each other the calls among the arguments are tried in context.
    var contextDepth = 0
    /// The default values that the cell itself declares.
    var ownDefaults: Set<ObjectIdentifier> = []
    /// While calls within arithmetic are tried in one way or another.
    var isTellingCalls = false
    /// Above 0 while they are told what is wanted.
    var tellsArguments = 0
    /// In how many expressions within each other the one stands that is being checked.
    var expressionDepth = 0
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
        if !hasErrors(program) {
            reportWithoutMeaning()
            followWays(statements)
        }
        // They are there for later cells when this one runs.
        for (type, name) in declarations.conformances { type.conformances.remove(name) }
        let last = program.statements.last
        var shows = false
        if case .expression(let expression)? = statements.last?.kind, last?.endsWithSemicolon == false {
            shows = !expression.type.isVoid && !expression.type.isNever && !expression.isAssignment
        }
        return CheckedCell(
            source: source, scope: scope, statements: statements, functions: findings.functions,
            staticValues: staticValues,
            showsLastValue: shows, declarations: declarations,
            diagnostics: sortedDiagnostics(program.diagnostics + causes(program)))
    }

    private func hasErrors(_ program: CellProgram) -> Bool {
        (findings.diagnostics + program.diagnostics).contains { $0.severity == .error }
    }

    /// What is wrong, without what only follows from something that cells leave out: a class's name is then unknown.
    private func causes(_ program: CellProgram) -> [CellDiagnostic] {
        let leftOut = program.diagnostics.filter { $0.severity == .error }.flatMap { diagnostic in
            let rest = String(decoding: source.text.utf8.dropFirst(diagnostic.span.start), as: UTF8.self)
            return rest.prefix { !$0.isNewline }.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        }
        let causes = findings.diagnostics.filter { diagnostic in
            if case .unknownName(let name) = diagnostic.kind { !leftOut.contains { $0 == name } } else { true }
        }
        return OneSlip(units: findings.units).causes(among: causes, text: program.diagnostics)
    }

    /// The last variable of a name that the cell declares, in whatever block.
    package func lastVariable(named name: String) -> Variable? { findings.variables.last { $0.name == name } }

    private func sortedDiagnostics(_ all: [CellDiagnostic]) -> [CellDiagnostic] {
        var seen: Set<CellDiagnostic> = []
        return all.filter { seen.insert($0).inserted }.sorted { $0.span.start < $1.span.start }
    }

    // MARK: Making nodes

    func make(_ kind: CheckedExpression.Kind, _ type: CellType, _ span: SourceSpan) -> CheckedExpression {
        let expression = CheckedExpression(kind, type, standInSpan ?? span)
        findings.expressions.append(expression)
        return expression
    }

    func invalid(_ span: SourceSpan) -> CheckedExpression { make(.invalid, .unknown, span) }

    // MARK: Reporting

    func error(_ mistake: Mistake, at span: SourceSpan, hints: [String] = []) {
        report(CellDiagnostic(mistake.words, at: span, hints: hints, kind: mistake.kind))
    }

    func report(_ diagnostic: CellDiagnostic) { findings.diagnostics.append(diagnostic) }

    func failed(_ mistake: Mistake, at span: SourceSpan, hints: [String] = []) -> CheckedExpression {
        error(mistake, at: span, hints: hints)
        return invalid(span)
    }

    func failed(_ diagnostic: CellDiagnostic) -> CheckedExpression {
        report(diagnostic)
        return invalid(diagnostic.span)
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
        resolver.report = { [self] in report($0) }
        let type = resolver.resolve(reference)
        findings.writtenTypes.append((type, reference.span))
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
