internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    func fieldPlace(_ base: CheckedExpression, _ index: Int, _ temporaries: inout Int, _ site: Site) -> Place {
        let place = basePlace(base, &temporaries)
        guard let type = base.type.nominal, type.fields.indices.contains(index) else { return place }
        let field = type.fields[index]
        let stored = storedPlace(place, index, field.name, site)
        guard field.willSet != nil || field.didSet != nil, !isUnobserved(base, field) else { return stored }
        return observedPlace(place, index, field, site)
    }

    private func storedPlace(_ base: Place, _ index: Int, _ name: String, _ site: Site) -> Place {
        var place = Place(prepare: base.prepare) { frame, temps, change in
            try base.access(frame, temps) { value in
                try value.changeField(index, site) { field in
                    if case .absent = field { throw site.noValue(name) }
                    try change(&field)
                }
            }
        }
        place.assign = { frame, temps, new in
            try base.access(frame, temps) { value in try value.changeField(index, site) { $0 = new } }
        }
        return place
    }

    /// In an initialiser and in the observer itself, assignments to self's fields are not observed.
    private func isUnobserved(_ base: CheckedExpression, _ field: FieldDeclaration) -> Bool {
        guard case .variable(let variable) = base.kind, let function else { return false }
        if variable === function.initialisedSelf { return true }
        return variable === function.parameters.first && (function === field.willSet || function === field.didSet)
    }

    /// The value is changed as a copy, between the calls of the observers.
    private func observedPlace(_ base: Place, _ index: Int, _ field: FieldDeclaration, _ site: Site) -> Place {
        let machine = machine
        return Place(prepare: base.prepare) { frame, temps, change in
            try base.access(frame, temps) { value in
                guard case .structure(let box) = value, index < box.fields.count else { throw site.noValue(field.name) }
                let old = box.fields[index]
                var new = old
                try change(&new)
                if let observer = field.willSet { try machine.observe(observer, &value, new, site) }
                try value.changeField(index, site) { $0 = new }
                if let observer = field.didSet { try machine.observe(observer, &value, old, site) }
            }
        }
    }
}

extension CellValue {
    /// Changes a field of a struct, which becomes the only owner of its fields first.
    @inline(__always)
    fileprivate mutating func changeField(_ index: Int, _ site: Site, _ change: (inout CellValue) throws -> Void) throws
    {
        guard case .structure(var box) = taken(), index < box.fields.count else {
            throw site.failure("expected a struct with a value")
        }
        defer { self = .structure(box) }
        if !isKnownUniquelyReferenced(&box) { box = StructureBox(box.type, box.fields) }
        var field = box.fields[index].taken()
        defer { box.fields[index] = field }
        try change(&field)
    }
}

extension Machine {
    /// Calls `willSet` or `didSet` with self, which it may change, and a value.
    fileprivate func observe(
        _ observer: UserFunction, _ own: inout CellValue, _ value: CellValue, _ site: Site
    ) throws {
        let code = try observer.ready
        let new = try enter(code.slots)
        defer { leave(new, code.slots) }
        new.initialize(to: own.taken())
        defer { own = new.take() }
        if code.parameterCount > 1 { (new + 1).initialize(to: value) }
        do {
            try checkLimits()
            _ = try code.body(new)
        } catch { throw site.leaving(code.name, error) }
    }
}
