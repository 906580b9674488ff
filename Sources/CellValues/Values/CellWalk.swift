/// Goes over the elements of a sequence, one at a time, and looks at the stop flag meanwhile: every loop of the
/// standard library over what a user gives is such a walk.
package final class CellWalk {
    private enum Kind {
        case list([CellValue])
        case backwards([CellValue])
        case numbers(Int, Int, isEndless: Bool)
        case made(() throws -> CellValue?)
    }

    private let kind: Kind
    /// How many elements have been given. It also says when to look at the flag.
    @exclusivity(unchecked) private var position = 0

    /// What `next` gives, until it gives nil.
    package init(_ next: @escaping () throws -> CellValue?) { kind = .made(next) }
    init(_ elements: [CellValue]) { kind = .list(elements) }
    init(backwards elements: [CellValue]) { kind = .backwards(elements) }

    /// The elements that `for … in` goes over.
    package init(_ value: CellValue) throws {
        switch value {
        case .array(let box): kind = .list(box.elements)
        case .range(let box): kind = try CellWalk.numbers(box)
        case .string(let box): kind = .made(CellWalk.characters(box.text))
        case .set(let box):
            var iterator = box.elements.makeIterator()
            kind = .made { iterator.next()?.value }
        case .dictionary(let box):
            var iterator = box.elements.makeIterator()
            kind = .made { iterator.next().map { .tuple([$0.key.value, $0.value], labels: CellWalk.pair) } }
        case .view(let box):
            let walk = try box.walk()
            kind = walk.kind
            position = walk.position
        case .host(let box): kind = .made(try box.walk())
        case .existential(let box):
            let walk = try CellWalk(box.value)
            kind = walk.kind
            position = walk.position
        default: throw HostMismatch(expected: "a sequence", found: value)
        }
    }

    /// The elements from the last to the first.
    package static func backwards(_ value: CellValue) throws -> CellWalk {
        switch value {
        case .array(let box): return CellWalk(backwards: box.elements)
        case .view(let box): return try box.walkBackwards()
        case .existential(let box): return try backwards(box.value)
        case .string(let box):
            let text = box.text
            var end = text.endIndex
            return CellWalk {
                guard end > text.startIndex else { return nil }
                end = text.index(before: end)
                return .character(StringBox(String(text[end])))
            }
        case .range(let box):
            let range = try box.integers()
            var number = range.upperBound
            return CellWalk {
                guard number > range.lowerBound else { return nil }
                number -= 1
                return .int(number)
            }
        default: return CellWalk(backwards: try value.elements())
        }
    }

    private static let pair: [String?] = ["key", "value"]

    private static func characters(_ text: String) -> () -> CellValue? {
        var iterator = text.makeIterator()
        return { iterator.next().map { .character(StringBox(String($0))) } }
    }

    private static func numbers(_ box: RangeBox) throws -> Kind {
        if box.kind == .from, case .int(let lower) = box.lower { return .numbers(lower, Int.max, isEndless: true) }
        let range = try box.integers()
        return .numbers(range.lowerBound, range.upperBound, isEndless: false)
    }

    /// The next element, nil behind the last one.
    ///
    /// - Throws: `Interrupted`, and what making the element throws.
    package func next() throws -> CellValue? {
        let place = position
        if place & 1023 == 1023 { try StopWatch().look() }
        position = place &+ 1
        switch kind {
        case .list(let elements): return place < elements.count ? elements[place] : nil
        case .backwards(let elements): return place < elements.count ? elements[elements.count - 1 - place] : nil
        case .numbers(let lower, let upper, let isEndless):
            let (number, overflow) = lower.addingReportingOverflow(place)
            if overflow || number == Int.max, isEndless { throw CellRuntimeError.overflow(lower, "+", place) }
            return number < upper ? .int(number) : nil
        case .made(let next):
            if LowStack.isLow { throw CellRuntimeError.tooDeep }
            return try next()
        }
    }
}
