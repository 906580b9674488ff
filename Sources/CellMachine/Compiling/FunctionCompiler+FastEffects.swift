internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// `x += 1` and its like on numbers, without a call.
    func fastEffect(_ expression: CheckedExpression) -> EffectForm? {
        guard case .call(let signature, nil, let list) = expression.kind, list.count == 2,
            case .host = signature.implementation, case .inOut(let target) = list[0].kind, !list[0].isChainedPlace
        else { return nil }
        let site = site(expression.span)
        switch (signature.owner, signature.name) {
        case ("Int", "+="): return integer(IntAdd.self, target, list[1], site)
        case ("Int", "-="): return integer(IntSubtract.self, target, list[1], site)
        case ("Int", "*="): return integer(IntMultiply.self, target, list[1], site)
        case ("Int", "/="): return integer(IntDivide.self, target, list[1], site)
        case ("Double", "+="): return double(DoubleAdd.self, target, list[1], site)
        case ("Double", "-="): return double(DoubleSubtract.self, target, list[1], site)
        case ("Double", "*="): return double(DoubleMultiply.self, target, list[1], site)
        case ("Double", "/="): return double(DoubleDivide.self, target, list[1], site)
        default: return nil
        }
    }

    private func integer<Operation: IntOperation>(
        _ operation: Operation.Type, _ target: CheckedExpression, _ value: CheckedExpression, _ site: Site
    ) -> EffectForm? {
        guard target.type.isNominal(BuiltIn.int), value.type.isNominal(BuiltIn.int) else { return nil }
        let value = intCode(value)
        guard case .variable(let variable) = target.kind else {
            return changing(target) { frame in
                let right = try value(frame)
                return { place in
                    guard case .int(let left) = place else { throw site.noValue("the place") }
                    do { place = .int(try Operation.apply(left, right)) } catch { throw site.locating(error) }
                }
            }
        }
        if case .local(let slot) = location(variable) {
            return EffectForm { frame in
                let right = try value(frame)
                guard case .int(let left) = frame[slot] else { throw site.noValue(variable.name) }
                do { (frame + slot).initialize(to: .int(try Operation.apply(left, right))) } catch {
                    throw site.locating(error)
                }
            }
        }
        let pointer = pointer(variable, site)
        return EffectForm { frame in
            let right = try value(frame)
            let place = try pointer(frame)
            guard case .int(let left) = place.pointee else { throw site.noValue(variable.name) }
            do { place.initialize(to: .int(try Operation.apply(left, right))) } catch { throw site.locating(error) }
        }
    }

    private func double<Operation: DoubleOperation>(
        _ operation: Operation.Type, _ target: CheckedExpression, _ value: CheckedExpression, _ site: Site
    ) -> EffectForm? {
        guard target.type.isNominal(BuiltIn.double), value.type.isNominal(BuiltIn.double) else { return nil }
        let value = doubleCode(value)
        guard case .variable(let variable) = target.kind else {
            return changing(target) { frame in
                let right = try value(frame)
                return { place in
                    guard case .double(let left) = place else { throw site.noValue("the place") }
                    place = .double(Operation.apply(left, right))
                }
            }
        }
        let pointer = pointer(variable, site)
        return EffectForm { frame in
            let right = try value(frame)
            let place = try pointer(frame)
            guard case .double(let left) = place.pointee else { throw site.noValue(variable.name) }
            place.initialize(to: .double(Operation.apply(left, right)))
        }
    }

    /// Changes any place: its indices first, then the right side, then the change.
    private func changing(
        _ target: CheckedExpression, _ change: @escaping (Frame) throws -> Place.Change
    ) -> EffectForm {
        var temporaries = 0
        let place = place(target, &temporaries)
        let machine = machine
        let count = temporaries
        return EffectForm { frame in
            let temps = try machine.enter(count)
            defer { machine.leave(temps, count) }
            try place.prepare(frame, temps)
            try place.access(frame, temps, try change(frame))
        }
    }
}
