internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    func cast(_ inner: CheckedExpression, isForced: Bool, _ type: CellType, _ site: Site) -> Code {
        let code = code(inner)
        let caster = Caster(conformances: cell.conformances)
        let source = inner.type
        return { frame in
            let value = try code(frame)
            if let result = caster.cast(value, from: source, to: type) { return isForced ? result : .some(result) }
            guard isForced else { return .none }
            throw site.failure(
                "could not cast value of type '\(caster.typeName(value, source))' to '\(type)'",
                hints: ["use 'as?' to get nil instead"])
        }
    }

    func isType(_ inner: CheckedExpression, _ type: CellType) -> BoolCode {
        let code = code(inner)
        let caster = Caster(conformances: cell.conformances)
        let source = inner.type
        return { frame in caster.cast(try code(frame), from: source, to: type) != nil }
    }
}
