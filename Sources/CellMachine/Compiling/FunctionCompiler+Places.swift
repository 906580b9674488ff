internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// The place that an expression names.
    /// - Parameter temporaries: how many slots the statement's places need so far for their indices.
    func place(_ expression: CheckedExpression, _ temporaries: inout Int) -> Place {
        let site = site(expression.span)
        switch expression.kind {
        case .variable(let variable):
            return Place(pointer: pointer(variable, site), variable.name, site)
        case .field(let base, let index): return fieldPlace(base, index, &temporaries, site)
        case .tupleElement(let base, let index): return tuplePlace(base, index, &temporaries, site)
        case .builtInSubscript(let kind, let base, let indices):
            return elementPlace(kind, base, indices, &temporaries, site)
        case .property(let signature, let receiver):
            return accessorPlace(signature, receiver, [], &temporaries, site)
        case .subscripted(let signature, let receiver, let indices):
            return accessorPlace(signature, receiver, indices, &temporaries, site)
        case .forceUnwrap(let base):
            return unwrappedPlace(basePlace(base, &temporaries)) { site.foundNil() }
        case .chained(let base): return chainedPlace(base, &temporaries)
        case .chain(let inner, _): return place(inner, &temporaries)
        case .inOut(let inner): return place(inner, &temporaries)
        case .discard:
            return Place(value: constant(.void))
        case .tuple(let parts): return partsPlace(parts, &temporaries)
        default: return Place(value: code(expression))
        }
    }

    /// The place of a receiver. An object is changed through any copy of its reference.
    func basePlace(_ base: CheckedExpression, _ temporaries: inout Int) -> Place {
        guard base.type.nominal?.isReference == true else { return place(base, &temporaries) }
        if case .chained = base.kind { return place(base, &temporaries) }
        return Place(value: code(base))
    }

    // MARK: Parts of values

    private func tuplePlace(_ base: CheckedExpression, _ index: Int, _ temporaries: inout Int, _ site: Site) -> Place {
        let base = basePlace(base, &temporaries)
        return Place(prepare: base.prepare) { frame, temps, change in
            try base.access(frame, temps) { value in
                guard case .tuple(var box) = value.taken(), index < box.elements.count else {
                    throw site.failure("expected a tuple")
                }
                defer { value = .tuple(box) }
                if !isKnownUniquelyReferenced(&box) { box = TupleBox(box.elements, labels: box.labels) }
                var element = box.elements[index].taken()
                defer { box.elements[index] = element }
                try change(&element)
            }
        }
    }

    /// `(a, b) = …`
    private func partsPlace(_ parts: [CheckedExpression], _ temporaries: inout Int) -> Place {
        let places = parts.map { place($0, &temporaries) }
        var result = Place(value: constant(.void))
        result.prepare = { frame, temps in for place in places { try place.prepare(frame, temps) } }
        result.assign = { frame, temps, value in
            guard case .tuple(let box) = value else { return }
            for (place, element) in zip(places, box.elements) { try place.assign(frame, temps, element) }
        }
        return result
    }

    // MARK: Optionals

    private func unwrappedPlace(_ base: Place, _ error: @escaping () -> any Error) -> Place {
        Place(prepare: base.prepare) { frame, temps, change in
            try base.access(frame, temps) { value in
                guard var inner = value.unwrapped() else { throw error() }
                defer { value = .some(inner) }
                try change(&inner)
            }
        }
    }

    private func chainedPlace(_ base: CheckedExpression, _ temporaries: inout Int) -> Place {
        let base = basePlace(base, &temporaries)
        var place = unwrappedPlace(base) { ChainEnd.error }
        place.prepare = { frame, temps in
            try base.prepare(frame, temps)
            if case .optional(nil) = try base.read(frame, temps) { throw ChainEnd.error }
        }
        return place
    }
}

extension CellValue {
    /// Moves the value out of an optional, so that it has one owner if the optional had; nil leaves it as it is.
    fileprivate mutating func unwrapped() -> CellValue? {
        guard case .optional(let box?) = self else { return nil }
        let inner = box.value
        self = .absent
        return inner
    }
}
