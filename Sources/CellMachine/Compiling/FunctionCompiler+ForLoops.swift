internal import CellMeaning
internal import CellSyntax
internal import CellValues
internal import SessionSafety

extension FunctionCompiler {
    /// What goes on in one turn: true when the loop goes on, otherwise `end` says how it ended.
    typealias TurnCode = (Frame, CellValue, inout Step) throws -> Bool

    func forLoop(_ loop: CheckedFor) -> StepCode {
        if case .range(let kind, let lower?, let upper?) = loop.sequence.kind, lower.type.isNominal(BuiltIn.int),
            kind == .halfOpen || kind == .closed
        {
            return countingLoop(loop, isClosed: kind == .closed, lower, upper)
        }
        let walk = walk(loop.sequence)
        let turn = turn(loop)
        let site = site(loop.sequence.span)
        return { frame in
            let walk = try walk(frame)
            var end = Step.next
            while let element = try next(walk, site) {
                guard try turn(frame, element, &end) else { return end }
            }
            return .next
        }
    }

    private func walk(_ sequence: CheckedExpression) -> (Frame) throws -> CellWalk {
        let value = code(sequence)
        let site = site(sequence.span)
        return { frame in
            let value = try value(frame)
            do { return try CellWalk(value) } catch { throw site.locating(error) }
        }
    }

    private func turn(_ loop: CheckedFor) -> TurnCode {
        let match = matching(loop.pattern)
        let filter = loop.filter.map { condition($0) }
        let body = scoped(loop.body)
        let (leaving, continuing) = ends(of: loop.target)
        let stop = machine.stop
        return { frame, element, end in
            if stop.isRequested { throw Interrupted() }
            guard try match(frame, element) else { return true }
            if let filter, try !filter(frame) { return true }
            let step = try body(frame)
            if step == .next || step == continuing { return true }
            end = step == leaving ? .next : step
            return false
        }
    }

    // MARK: Over numbers

    /// `for i in a..<b`, without a range.
    private func countingLoop(
        _ loop: CheckedFor, isClosed: Bool, _ lower: CheckedExpression, _ upper: CheckedExpression
    ) -> StepCode {
        let lower = intCode(lower)
        let upper = intCode(upper)
        let site = site(loop.sequence.span)
        let bounds = { (frame: Frame) throws -> (Int, Int) in
            let low = try lower(frame)
            let high = try upper(frame)
            guard low <= high else { throw site.locating(CellRuntimeError.bounds("\(low)", "\(high)")) }
            return (low, high)
        }
        if case .bind(let variable) = loop.pattern, case .local(let slot) = location(variable), loop.filter == nil {
            return countingLoop(loop, isClosed: isClosed, bounds, slot)
        }
        let turn = turn(loop)
        return { frame in
            let (low, high) = try bounds(frame)
            var end = Step.next
            var index = low
            while isClosed ? index <= high : index < high {
                guard try turn(frame, .int(index), &end) else { return end }
                if index == high { break }
                index += 1
            }
            return .next
        }
    }

    /// The fastest form: the number goes straight into the variable's slot.
    private func countingLoop(
        _ loop: CheckedFor, isClosed: Bool, _ bounds: @escaping (Frame) throws -> (Int, Int), _ slot: Int
    ) -> StepCode {
        let body = scoped(loop.body)
        let (leaving, continuing) = ends(of: loop.target)
        let stop = machine.stop
        return { frame in
            let (low, high) = try bounds(frame)
            var index = low
            while isClosed ? index <= high : index < high {
                if stop.isRequested { throw Interrupted() }
                frame[slot] = .int(index)
                let step = try body(frame)
                if step != .next, step != continuing { return step == leaving ? .next : step }
                if index == high { break }
                index &+= 1
            }
            return .next
        }
    }
}

@inline(__always)
private func next(_ walk: CellWalk, _ site: Site) throws -> CellValue? {
    do { return try walk.next() } catch { throw site.locating(error) }
}
