internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    func assignment(_ target: CheckedExpression, _ value: CheckedExpression, _ site: Site) -> Code {
        if case .discard = target.kind {
            let value = code(value)
            return { frame in
                _ = try value(frame)
                return .void
            }
        }
        if case .variable(let variable) = target.kind { return assignment(variable, value, site) }
        let new = assigned(value, to: target, site)
        var temporaries = 0
        let place = place(target, &temporaries)
        let machine = machine
        let count = temporaries
        return { frame in
            let temps = try machine.enter(count)
            defer { machine.leave(temps, count) }
            do {
                try place.prepare(frame, temps)
                try place.assign(frame, temps, try new(frame))
            } catch is ChainEnd { return .none }
            return .void
        }
    }

    private func assignment(_ variable: Variable, _ value: CheckedExpression, _ site: Site) -> Code {
        let value = code(value)
        if case .local(let slot) = location(variable) {
            return { frame in
                frame[slot] = try value(frame)
                return .void
            }
        }
        let pointer = pointer(variable, site)
        return { frame in
            let new = try value(frame)
            try pointer(frame).pointee = new
            return .void
        }
    }

    /// What is assigned. A chain's place holds a value, though the chain as a whole is optional.
    private func assigned(_ value: CheckedExpression, to target: CheckedExpression, _ site: Site) -> Code {
        guard case .chain(let inner, true) = target.kind, inner.type.wrapped == nil, value.type.wrapped != nil else {
            return code(value)
        }
        if case .convert(let plain, .wrap) = value.kind { return code(plain) }
        return forceUnwrap(value, site)
    }
}
