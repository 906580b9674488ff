internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    func coalesce(_ left: CheckedExpression, _ right: CheckedExpression, unwraps: Bool) -> Code {
        let left = code(left)
        let right = code(right)
        return { frame in
            let value = try left(frame)
            guard case .optional(let box) = value else { return value }
            guard let box else { return try right(frame) }
            return unwraps ? box.value : value
        }
    }

    func forceUnwrap(_ inner: CheckedExpression, _ site: Site) -> Code {
        let inner = code(inner)
        return { frame in
            guard case .optional(let box?) = try inner(frame) else { throw site.foundNil() }
            return box.value
        }
    }

    /// A whole chain: nil as soon as one of its links is.
    func chain(_ inner: CheckedExpression, wraps: Bool) -> Code {
        let inner = code(inner)
        return { frame in
            do {
                let value = try inner(frame)
                return wraps ? .some(value) : value
            } catch is ChainEnd { return .none }
        }
    }

    func chained(_ inner: CheckedExpression) -> Code {
        let inner = code(inner)
        return { frame in
            guard case .optional(let box?) = try inner(frame) else { throw ChainEnd.error }
            return box.value
        }
    }

    // MARK: Errors as optionals

    func optionalTry(_ inner: CheckedExpression, flattens: Bool) -> Code {
        let inner = code(inner)
        return { frame in
            do {
                let value = try inner(frame)
                return flattens ? value : .some(value)
            } catch let failure as CellFailure where failure.isCatchable { return .none }
        }
    }

    func forcedTry(_ inner: CheckedExpression, _ site: Site) -> Code {
        let inner = code(inner)
        return { frame in
            do { return try inner(frame) } catch let failure as CellFailure where failure.isCatchable {
                throw CellFailure(
                    CellRuntimeError("'try!' expression unexpectedly raised an error: \(failure)"),
                    isCatchable: false, site: site)
            }
        }
    }
}

extension Site {
    @inline(never)
    func foundNil() -> any Error {
        failure(
            "unexpectedly found nil while unwrapping an optional value",
            hints: ["unwrap it with 'if let' or 'guard let', or give another value with '??'"])
    }
}
