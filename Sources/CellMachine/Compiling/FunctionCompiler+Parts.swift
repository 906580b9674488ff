internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    func field(_ base: CheckedExpression, _ index: Int, _ site: Site) -> Code {
        let name = base.type.nominal?.fields[index].name ?? "field"
        if let slot = localSlot(base) {
            return { frame in
                guard case .structure(let box) = frame[slot], index < box.fields.count else { throw site.noValue(name) }
                let value = box.fields[index]
                if case .absent = value { throw site.noValue(name) }
                return value
            }
        }
        let base = code(base)
        return { frame in
            guard case .structure(let box) = try base(frame), index < box.fields.count else { throw site.noValue(name) }
            let value = box.fields[index]
            if case .absent = value { throw site.noValue(name) }
            return value
        }
    }

    func tupleElement(_ base: CheckedExpression, _ index: Int, _ site: Site) -> Code {
        let base = code(base)
        return { frame in
            guard case .tuple(let box) = try base(frame), index < box.elements.count else {
                throw site.noValue("\(index)")
            }
            return box.elements[index]
        }
    }

    /// Reads a subscript of Swift's own types.
    func element(
        _ kind: BuiltInSubscript, _ base: CheckedExpression, _ indices: [CheckedExpression], _ site: Site
    ) -> Code {
        switch kind {
        case .element: return arrayElement(base, indices[0], site)
        case .slice: return slice(base, indices[0], site)
        case .key: return entry(base, indices[0])
        case .keyWithDefault: return entry(base, indices[0], standard: indices[1], site)
        case .rangeElement: return rangeElement(base, indices[0], site)
        }
    }

    private func arrayElement(_ base: CheckedExpression, _ index: CheckedExpression, _ site: Site) -> Code {
        let index = intCode(index)
        if case .variable(let variable) = base.kind,
            base.type.isNominal(BuiltIn.array) || base.type.isNominal(BuiltIn.slice)
        {
            let pointer = pointer(variable, site)
            return { frame in
                let index = try index(frame)
                guard case .array(let box) = try pointer(frame).pointee else { throw site.noValue(variable.name) }
                return try box.element(index, site)
            }
        }
        let base = code(base)
        return { frame in
            let value = try base(frame)
            let index = try index(frame)
            if case .array(let box) = value { return try box.element(index, site) }
            do { return try value.element(at: index) } catch { throw site.locating(error) }
        }
    }

    private func slice(_ base: CheckedExpression, _ range: CheckedExpression, _ site: Site) -> Code {
        let base = code(base)
        let range = code(range)
        return { frame in
            guard case .array(let box) = try base(frame), case .range(let bounds) = try range(frame) else {
                throw site.failure("expected an array and a range")
            }
            let places = try site.places(bounds, in: box)
            return .array(ArrayBox(Array(box.elements[places]), slicedAt: box.start + places.lowerBound))
        }
    }

    private func entry(_ base: CheckedExpression, _ key: CheckedExpression) -> Code {
        let base = code(base)
        let key = code(key)
        return { frame in
            guard case .dictionary(let box) = try base(frame) else { return .none }
            return .optional(box.elements[HashableValue(try key(frame))].map(OptionalBox.init))
        }
    }

    private func entry(
        _ base: CheckedExpression, _ key: CheckedExpression, standard: CheckedExpression, _ site: Site
    ) -> Code {
        let base = code(base)
        let key = code(key)
        let standard = callValue(standard, [], site)
        return { frame in
            guard case .dictionary(let box) = try base(frame) else { return .none }
            if let value = box.elements[HashableValue(try key(frame))] { return value }
            return try standard(frame)
        }
    }

    private func rangeElement(_ base: CheckedExpression, _ index: CheckedExpression, _ site: Site) -> Code {
        let base = code(base)
        let index = intCode(index)
        return { frame in
            guard case .range(let box) = try base(frame) else { throw site.failure("expected a range") }
            let number = try index(frame)
            guard try box.contains(.int(number)) else {
                throw site.failure("index \(number) is out of range: the range is \(try box.spelling())")
            }
            return .int(number)
        }
    }
}

extension CellValue {
    /// The element at a place of a view whose places are numbers.
    fileprivate func element(at index: Int) throws -> CellValue {
        switch self {
        case .array(let box):
            guard index >= box.start, index < box.start + box.elements.count else {
                throw CellRuntimeError.index(index, in: box)
            }
            return box.elements[index - box.start]
        case .range(let box):
            guard try box.contains(.int(index)) else {
                throw CellRuntimeError("index \(index) is out of range: the range is \(try box.spelling())")
            }
            return .int(index)
        case .view(let box) where box.name == "LazySequence" && !box.parts.isEmpty:
            return try box.parts[0].element(at: index)
        case .view(let box) where box.name == "LazyMapSequence" && box.parts.count == 2:
            var function = try UnaryFunction(box.parts[1])
            return try function(box.parts[0].element(at: index))
        default: return try CellValue.array(elements()).element(at: index)
        }
    }
}

extension ArrayBox {
    @inline(__always)
    func element(_ index: Int, _ site: Site) throws -> CellValue {
        let place = index &- start
        guard place >= 0, place < elements.count else { throw site.badIndex(index, in: self) }
        return elements[place]
    }
}

extension Site {
    @inline(never)
    func badIndex(_ index: Int, in array: ArrayBox) -> any Error { locating(CellRuntimeError.index(index, in: array)) }

    /// The elements, counted from 0, that a range of Int means in an array.
    func places(_ range: RangeBox, in array: ArrayBox) throws -> Range<Int> {
        let end = array.start + array.elements.count
        func bound(_ value: CellValue, _ standard: Int) -> Int {
            if case .int(let number) = value { return number }
            return standard
        }
        let lower = bound(range.lower, array.start)
        var upper = bound(range.upper, end)
        if range.kind == .closed || range.kind == .through {
            let (next, overflow) = upper.addingReportingOverflow(1)
            upper = overflow ? upper : next
        }
        guard lower >= array.start, upper <= end, lower <= upper else {
            let text = (try? range.spelling()) ?? "the range"
            throw failure("range \(text) is out of bounds: \(CellRuntimeError.extent(of: array))")
        }
        return (lower - array.start)..<(upper - array.start)
    }
}
