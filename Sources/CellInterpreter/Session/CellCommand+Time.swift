internal import Display
internal import SessionSafety

extension CellCommand {
    static var time: CellCommand {
        CellCommand(name: "time", help: "Runs the rest of the line, or with %% of the cell, and says how long it took.")
        {
            context in
            try requireArgument(context)
            let clock = ContinuousClock()
            let start = clock.now
            let bundle = try context.runArgument()
            context.print("time: \((clock.now - start).spelled)")
            return bundle
        }
    }

    /// As often as fits in about a second; the best of seven rounds is what the code takes when nothing disturbs it.
    static var timeit: CellCommand {
        CellCommand(name: "timeit", help: "Runs the rest of the line many times and says how long one run takes.") {
            context in
            try requireArgument(context)
            let clock = ContinuousClock()
            let first = try clock.measure { try context.runArgument() }
            let target = Duration.milliseconds(100)
            let turns = max(1, min(100_000, Int(target / max(first, .nanoseconds(100)))))
            var best = Duration.seconds(1_000_000)
            for _ in 0..<7 {
                let round = try context.repeatArgument(turns, clock)
                best = min(best, round / turns)
            }
            context.print("\(best.spelled) per run (best of 7 rounds of \(turns) run\(turns == 1 ? "" : "s"))")
            return nil
        }
    }

    private static func requireArgument(_ context: CellCommandContext) throws {
        guard context.argument.isEmpty else { return }
        throw CellCommandError(description: "this command needs something to run, as in '%time sum(values)'")
    }
}

extension CellCommandContext {
    /// Runs the argument's code over and over; it is checked and compiled once.
    fileprivate func repeatArgument(_ turns: Int, _ clock: ContinuousClock) throws -> Duration {
        let run = try interpreter.prepare(program)
        return try clock.measure {
            for _ in 0..<turns {
                try Interruption.check()
                _ = try run.run()
            }
        }
    }
}

extension Duration {
    /// In the unit that fits: `1.24 ms`.
    fileprivate var spelled: String {
        let seconds = Double(components.seconds) + Double(components.attoseconds) * 1e-18
        let units: [(Double, String)] = [(1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")]
        let (scale, unit) = units.first { seconds >= $0.0 } ?? (1e-9, "ns")
        let value = (seconds / scale * 100).rounded() / 100
        return "\(value) \(unit)"
    }
}
