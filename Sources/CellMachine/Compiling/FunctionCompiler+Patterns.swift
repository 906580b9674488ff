internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// Tests a value and binds the names of a pattern to its parts.
    func matching(_ pattern: CheckedPattern) -> MatchCode {
        switch pattern {
        case .wildcard: return { _, _ in true }
        case .bind(let variable):
            let declare = declaring(variable)
            return { frame, value in
                declare(frame, value)
                return true
            }
        case .tuple(let parts): return tuple(parts.map { matching($0) })
        case .enumCase(_, let index, let parts): return enumCase(index, parts.map { matching($0) })
        case .some(let inner):
            let match = matching(inner)
            return { frame, value in
                guard case .optional(let box?) = value else { return false }
                return try match(frame, box.value)
            }
        case .none: return { _, value in if case .optional(nil) = value { true } else { false } }
        case .test(let subject, let test):
            let declare = declaring(subject)
            let test = condition(test)
            return { frame, value in
                declare(frame, value)
                return try test(frame)
            }
        case .cast(let type, let inner):
            let caster = Caster(conformances: cell.conformances)
            let match = matching(inner)
            return { frame, value in
                guard let cast = caster.cast(value, from: nil, to: type) else { return false }
                return try match(frame, cast)
            }
        case .converted(let conversion, let inner):
            let convert = self.conversion(conversion)
            let match = matching(inner)
            return { frame, value in try match(frame, try convert(value)) }
        }
    }

    private func tuple(_ parts: [MatchCode]) -> MatchCode {
        if parts.count == 2 {
            let (first, second) = (parts[0], parts[1])
            return { frame, value in
                guard case .tuple(let box) = value, box.elements.count == 2 else { return false }
                return try first(frame, box.elements[0]) && second(frame, box.elements[1])
            }
        }
        return { frame, value in
            guard case .tuple(let box) = value else { return parts.isEmpty }
            for (part, element) in zip(parts, box.elements) { guard try part(frame, element) else { return false } }
            return true
        }
    }

    private func enumCase(_ index: Int, _ parts: [MatchCode]) -> MatchCode {
        { frame, value in
            guard case .enumeration(let box) = value, box.index == index else { return false }
            for (part, element) in zip(parts, box.payload) { guard try part(frame, element) else { return false } }
            return true
        }
    }
}
