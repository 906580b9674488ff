/// Goes over the elements of a value, one at a time.
final class CellWalk {
    private enum Kind {
        case list([CellValue])
        case numbers(Int, Int, isEndless: Bool)
        case iterator(AnyIterator<CellValue>)
    }

    private var kind: Kind
    private var position = 0

    init(_ elements: AnyIterator<CellValue>) { kind = .iterator(elements) }

    init(_ value: CellValue, _ library: HostLibrary) throws {
        switch value {
        case .range(let box): kind = try CellWalk.numbers(box)
        case .host(let box):
            guard let name = library.typesBySwiftType[box.typeIdentifier]?.name, let make = library.sequences[name]
            else {
                throw HostMismatch(expected: "a sequence", found: value)
            }
            kind = .iterator(try make(value))
        case .existential(let box):
            kind = .list(try box.value.elements(in: library))
        default: kind = .list(try value.elements())
        }
    }

    private static func numbers(_ box: RangeBox) throws -> Kind {
        if box.kind == .from, case .int(let lower) = box.lower { return .numbers(lower, Int.max, isEndless: true) }
        let range = try box.integers()
        return .numbers(range.lowerBound, range.upperBound, isEndless: false)
    }

    func next(_ site: Site) throws -> CellValue? {
        switch kind {
        case .list(let elements):
            guard position < elements.count else { return nil }
            defer { position += 1 }
            return elements[position]
        case .numbers(let lower, let upper, let isEndless):
            let (number, overflow) = lower.addingReportingOverflow(position)
            if overflow || number == Int.max, isEndless {
                throw site.locating(CellRuntimeError.overflow(lower, "+", position))
            }
            guard number < upper else { return nil }
            position += 1
            return .int(number)
        case .iterator(let iterator): return iterator.next()
        }
    }
}
