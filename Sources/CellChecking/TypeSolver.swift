internal import CellHost
internal import CellMeaning
internal import CellValues

/// Finds out what type variables stand for. Everything it does can be taken back.
final class TypeSolver {
    private struct Change {
        var variable: TypeVariable
        var binding: CellType?
        var literal: TypeVariable.Literal?
        var constraints: [String]
        var element: CellType?
        var weight: Int
    }

    let conformances: Conformances
    private var trail: [Change] = []
    /// Every variable that was made, in order, so that those of a statement can be settled at its end.
    private(set) var variables: [TypeVariable] = []

    init(library: HostLibrary) { conformances = Conformances(library: library) }

    func fresh(_ name: String = "", literal: TypeVariable.Literal? = nil) -> CellType {
        let variable = TypeVariable(name: name, literal: literal)
        variables.append(variable)
        return .variable(variable)
    }

    // MARK: Trying

    struct Mark {
        var trail: Int
        var variables: Int
    }

    var mark: Mark { Mark(trail: trail.count, variables: variables.count) }

    func rollBack(to mark: Mark) {
        while trail.count > mark.trail {
            let change = trail.removeLast()
            change.variable.binding = change.binding
            change.variable.literal = change.literal
            change.variable.constraints = change.constraints
            change.variable.element = change.element
            change.variable.weight = change.weight
        }
        variables.removeLast(variables.count - mark.variables)
    }

    /// Does something that is taken back when it gives false.
    func attempt(_ body: () -> Bool) -> Bool {
        let mark = mark
        if body() { return true }
        rollBack(to: mark)
        return false
    }

    private func change(_ variable: TypeVariable, _ body: (TypeVariable) -> Void) {
        trail.append(
            Change(
                variable: variable, binding: variable.binding, literal: variable.literal,
                constraints: variable.constraints, element: variable.element, weight: variable.weight))
        body(variable)
    }

    // MARK: Unification

    /// Makes two types the same, if they can be; `from` may lack a `throws` that `to` has.
    func unify(_ from: CellType, _ to: CellType) -> Bool { attempt { unifies(from.resolved, to.resolved) } }

    private func unifies(_ a: CellType, _ b: CellType) -> Bool {
        switch (a, b) {
        case (.unknown, _), (_, .unknown): return true
        case (.variable(let x), .variable(let y)): return x === y || merge(x, y)
        case (.variable(let x), _): return bind(x, b)
        case (_, .variable(let y)): return bind(y, a)
        case (.nominal(let x, let xs), .nominal(let y, let ys)):
            return x == y && xs.count == ys.count && zip(xs, ys).allSatisfy { unify($0, $1) }
        case (.tuple(let xs), .tuple(let ys)):
            return xs.count == ys.count
                && zip(xs, ys).allSatisfy {
                    ($0.label == nil || $1.label == nil || $0.label == $1.label) && unify($0.type, $1.type)
                }
        case (.function(let x), .function(let y)): return unify(x, y)
        case (.metatype(let x), .metatype(let y)): return unify(x, y)
        case (.never, .never): return true
        default: return a == b
        }
    }

    private func unify(_ a: FunctionType, _ b: FunctionType) -> Bool {
        guard a.parameters.count == b.parameters.count, !a.isThrowing || b.isThrowing else { return false }
        for (x, y) in zip(a.parameters, b.parameters) where x.isInOut != y.isInOut || !unify(x.type, y.type) {
            return false
        }
        return unify(a.result, b.result)
    }

    private func merge(_ first: TypeVariable, _ second: TypeVariable) -> Bool {
        // Of two literals the one that stands for more stands for both, or a thousand would be a chain of that length.
        let areLiterals = first.literal != nil && second.literal != nil
        let (a, b) = areLiterals && first.weight >= second.weight ? (second, first) : (first, second)
        let literal: TypeVariable.Literal?
        switch (a.literal, b.literal) {
        case (nil, let other), (let other, nil): literal = other
        case (.integer, .integer): literal = .integer
        case (.integer, .float), (.float, .integer), (.float, .float): literal = .float
        case (.untold, .integer), (.integer, .untold), (.untold, .untold): literal = .untold
        case (.untold, .float), (.float, .untold): return bind(a, .double) && bind(b, .double)
        case (.character, .character): literal = .character
        case (.string, .string), (.string, .character), (.character, .string): literal = .string
        default: return false
        }
        if let literal, !isPossible(literal, a.constraints + b.constraints) { return false }
        if let x = a.element, let y = b.element, !unify(x, y) { return false }
        change(b) {
            $0.literal = literal
            $0.constraints += a.constraints
            $0.element = $0.element ?? a.element
            $0.weight += a.weight
        }
        change(a) { $0.binding = .variable(b) }
        // A text that is gone over: its letters are what closures see.
        return b.element != nil && b.literal?.isText == true ? bind(b, .string) : true
    }

    /// Whether a type that the literal may have does what is asked of it: `2.5` is no `BinaryInteger`.
    private func isPossible(_ literal: TypeVariable.Literal, _ constraints: [String]) -> Bool {
        let types: [CellType] =
            switch literal {
            case .integer: [.int, .double]
            case .float, .untold: [.double]
            case .string: [.string]
            case .character: [.string, .character]
            }
        return constraints.isEmpty || types.contains { type in constraints.allSatisfy { conformances.has(type, $0) } }
    }

    private func bind(_ variable: TypeVariable, _ type: CellType) -> Bool {
        if type.freeVariables.contains(where: { $0 === variable }) { return false }
        let literal = variable.literal
        if let literal, !accepts(type, literal) { return false }
        guard variable.constraints.allSatisfy({ conformances.has(type, $0) }) else { return false }
        change(variable) {
            $0.binding = type
            if literal == .untold { $0.literal = nil }
        }
        guard let element = variable.element else { return true }
        return conformances.element(of: type).map { unify($0, element) } ?? false
    }

    /// Whether a literal can be written where a value of this type is wanted.
    func accepts(_ type: CellType, _ literal: TypeVariable.Literal) -> Bool {
        guard let nominal = type.nominal else { return false }
        switch literal {
        case .integer:
            if [BuiltIn.int, BuiltIn.double, BuiltIn.float].contains(nominal) { return true }
            return nominal.hostType is any ExpressibleByIntegerLiteral.Type
        case .float:
            if [BuiltIn.double, BuiltIn.float].contains(nominal) { return true }
            return nominal.hostType is any ExpressibleByFloatLiteral.Type
        case .untold: return nominal === BuiltIn.double
        case .string, .character:
            if [BuiltIn.string, BuiltIn.substring].contains(nominal) { return true }
            if nominal === BuiltIn.character { return literal == .character }
            return nominal.hostType is any ExpressibleByStringLiteral.Type
        }
    }

    /// What a literal is when nothing tells otherwise.
    static func standard(_ literal: TypeVariable.Literal) -> CellType {
        switch literal {
        case .integer: .int
        case .float, .untold: .double
        case .string, .character: .string
        }
    }

    /// Gives literals inside of a type their standard types.
    func settleLiterals(in type: CellType) {
        for variable in type.freeVariables { settle(variable) }
    }

    private func settle(_ variable: TypeVariable) {
        switch variable.literal {
        // Which is not to be told: it remains known that nothing did.
        case .untold: change(variable) { $0.binding = .double }
        case let literal?: _ = unify(.variable(variable), TypeSolver.standard(literal))
        case nil: break
        }
    }

    /// Gives literal texts inside of a type their standard type, where they are gone over or a function is chosen by them.
    func settleTexts(in type: CellType) {
        for variable in type.freeVariables where variable.literal?.isText == true {
            _ = unify(.variable(variable), .string)
        }
    }

    /// Gives the literals of a statement their standard types.
    func settleLiterals(since start: Int) {
        for variable in variables[min(start, variables.count)...] where variable.binding == nil { settle(variable) }
    }
}

extension CellType {
    /// What it is when nothing tells more of its literals.
    var byItself: CellType {
        switch resolved {
        case .variable(let variable): variable.literal.map(TypeSolver.standard) ?? self
        case .nominal(let nominal, let arguments): .nominal(nominal, arguments.map(\.byItself))
        default: settled
        }
    }
}
