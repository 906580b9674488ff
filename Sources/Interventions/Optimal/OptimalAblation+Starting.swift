internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

// What comes before the searches. Each chunk that is measured is in the stage at once, so that a stop keeps it.

extension OptimalAblation {
    /// Goes on until every search has begun.
    mutating func begin(_ prompts: FittingPrompts, _ work: LongWork) throws {
        if case .new = stage { stage = .starts(try allStarts(), nil) }
        if case .starts(let left, let pass) = stage { try measure(left, pass, prompts, work) }
        if case .bends(let pass) = stage { try bend(pass, prompts, work) }
    }

    /// The mean of all components first, then zero, then the folded zero where there is one.
    private func allStarts() throws -> [LossPass.Start] {
        let folded = try Fault.catching { try model.foldedZero() }
        let hasFolded = try folded.floats().contains { $0 != 0 }
        return try ConstantFit.Start.allCases.filter { hasFolded || $0 != .foldedZero }.flatMap { kind in
            try fits.indices.map { index in
                let values = try values(kind, fits[index], folded)
                return .init(fit: index, kind: kind, variant: .init(component: fits[index].component, values: values))
            }
        }
    }

    private func values(_ start: ConstantFit.Start, _ fit: ConstantFit, _ folded: Tensor) throws -> [Float] {
        switch start {
        case .mean: return fit.mean
        case .zero: return fit.mean.map { _ in 0 }
        case .foldedZero:
            guard let head = fit.component.head else { return fit.mean.map { _ in 0 } }
            let own = try Fault.catching { try folded[fit.component.layer, head].floats() }
            return (0..<losses.slots).flatMap { _ in own }
        }
    }

    /// Measures the starts, a pass for each chunk of them; where the prompts are run anew for every pass, one has to do for all.
    private mutating func measure(
        _ left: [LossPass.Start], _ begun: LossPass?, _ prompts: FittingPrompts, _ work: LongWork
    ) throws {
        var (left, begun) = (left, begun)
        let chunk = prompts.areKept ? losses.chunk(prompts.partSize) : left.count
        while begun != nil || !left.isEmpty {
            var pass = begun ?? LossPass(Array(left.prefix(chunk)))
            if begun == nil { left.removeFirst(pass.starts.count) }
            do {
                defer { stage = .starts(left, pass) }
                try losses.goOn(&pass, prompts) {
                    work.say(prompts.title)
                    work.advance(by: 0)
                }
            }
            for (start, found) in zip(pass.starts, pass.found) {
                fits[start.fit].begin(start.kind, start.variant.values, found.losses)
            }
            begun = nil
            stage = .starts(left, nil)
        }
        for fit in fits where fit.loss.isNaN { throw OptimalAblationError.notANumber(component: fit.component.label) }
        stage = .bends(FisherPass(bent(), seed: seed))
    }

    /// The searches that set out with a step that knows how the loss bends.
    private func bent() -> [(fit: Int, variant: ConstantLosses.Variant)] {
        fits.indices.filter { recipe == .gaussNewton && fits[$0].mean.count <= ConstantLosses.mostNumbers }
            .map { ($0, .init(component: fits[$0].component, values: fits[$0].mean)) }
    }

    private mutating func bend(_ begun: FisherPass, _ prompts: FittingPrompts, _ work: LongWork) throws {
        var pass = begun
        do {
            defer { stage = .bends(pass) }
            try losses.goOn(&pass, prompts) {
                work.say(prompts.title)
                work.advance(by: 0)
            }
        }
        var coordinates = [FisherCoordinates?](repeating: nil, count: fits.count)
        for ((index, variant), matrix) in zip(pass.variants, pass.sums) {
            coordinates[index] = try FisherCoordinates(matrix, size: variant.values.count)
        }
        for index in fits.indices { fits[index].setOut(in: coordinates[index]) }
        stage = .searching
    }
}
