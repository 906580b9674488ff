internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// The place of a subscript of Swift's own types.
    func elementPlace(
        _ kind: BuiltInSubscript, _ base: CheckedExpression, _ indices: [CheckedExpression], _ temporaries: inout Int,
        _ site: Site
    ) -> Place {
        let place = basePlace(base, &temporaries)
        let slot = temporaries
        temporaries += 1
        let index = code(indices[0])
        let prepare = { (frame: Frame, temps: Frame) in
            try place.prepare(frame, temps)
            temps[slot] = try index(frame)
        }
        switch kind {
        case .element: return arrayPlace(place, prepare, slot, site)
        case .slice: return slicePlace(place, prepare, slot, site)
        case .key: return keyPlace(place, prepare, slot, site)
        case .keyWithDefault:
            return keyPlace(place, prepare, slot, site, standard: callValue(indices[1], [], site))
        case .rangeElement: return Place(value: constant(.void))
        }
    }

    private func arrayPlace(
        _ base: Place, _ prepare: @escaping (Frame, Frame) throws -> Void, _ slot: Int, _ site: Site
    ) -> Place {
        Place(prepare: prepare) { frame, temps, change in
            try base.access(frame, temps) { value in
                guard case .int(let index) = temps[slot] else { throw site.failure("expected an index") }
                try value.changeElement(index, site, change)
            }
        }
    }

    /// `array[1..<3] = …`
    private func slicePlace(
        _ base: Place, _ prepare: @escaping (Frame, Frame) throws -> Void, _ slot: Int, _ site: Site
    ) -> Place {
        Place(prepare: prepare) { frame, temps, change in
            try base.access(frame, temps) { value in
                guard case .array(let box) = value, case .range(let bounds) = temps[slot] else {
                    throw site.failure("expected an array and a range")
                }
                let range = try site.places(bounds, in: box)
                var part = CellValue.array(
                    ArrayBox(Array(box.elements[range]), slicedAt: box.start + range.lowerBound))
                try change(&part)
                var all = box.elements
                all.replaceSubrange(range, with: try part.elements())
                value = .array(box.with(all))
            }
        }
    }

    /// `dictionary[key]`, whose value is optional; with a default the value itself.
    private func keyPlace(
        _ base: Place, _ prepare: @escaping (Frame, Frame) throws -> Void, _ slot: Int, _ site: Site,
        standard: Code? = nil
    ) -> Place {
        var place = Place(prepare: prepare) { frame, temps, change in
            try base.access(frame, temps) { value in
                try value.changeEntry(HashableValue(temps[slot]), site) { entry in
                    guard let standard else { return try CellValue.changeOptional(&entry, change) }
                    var inner = try entry ?? standard(frame)
                    entry = nil
                    defer { entry = inner }
                    try change(&inner)
                }
            }
        }
        place.read = { frame, temps in
            guard case .dictionary(let box) = try base.read(frame, temps) else { return .none }
            let found = box.elements[HashableValue(temps[slot])]
            if let standard { return try found ?? standard(frame) }
            return .optional(found.map(OptionalBox.init))
        }
        return place
    }
}

extension CellValue {
    @inline(__always)
    fileprivate mutating func changeElement(
        _ index: Int, _ site: Site, _ change: (inout CellValue) throws -> Void
    ) throws {
        guard case .array(var box) = taken() else { throw site.failure("expected an array") }
        defer { self = .array(box) }
        let place = index &- box.start
        guard place >= 0, place < box.elements.count else { throw site.badIndex(index, in: box) }
        if !isKnownUniquelyReferenced(&box) { box = box.copy() }
        var element = box.elements[place].taken()
        defer { box.elements[place] = element }
        try change(&element)
    }

    fileprivate mutating func changeEntry(
        _ key: HashableValue, _ site: Site, _ change: (inout CellValue?) throws -> Void
    ) throws {
        guard case .dictionary(var box) = taken() else { throw site.failure("expected a dictionary") }
        defer { self = .dictionary(box) }
        if !isKnownUniquelyReferenced(&box) { box = DictionaryBox(box.elements) }
        // The value is moved out, its key stays, so that the dictionary does not shift its entries.
        var entry: CellValue?
        if let index = box.elements.index(forKey: key) { entry = box.elements.values[index].taken() }
        defer { box.elements[key] = entry }
        do { try box.elements.makeRoom() } catch { throw site.locating(error) }
        try change(&entry)
    }

    /// Changes an entry as the optional that a cell sees.
    fileprivate static func changeOptional(
        _ entry: inout CellValue?, _ change: (inout CellValue) throws -> Void
    ) throws {
        var value: CellValue = .optional(entry.map(OptionalBox.init))
        entry = nil
        defer { if case .optional(let box?) = value { entry = box.value } }
        try change(&value)
    }
}
