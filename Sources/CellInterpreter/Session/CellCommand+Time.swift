internal import CellMachine
internal import Display
internal import Platform
internal import SessionSafety

extension CellCommand {
    static var time: CellCommand {
        CellCommand(
            name: "time", help: "Runs the rest of the line, or with %% of the cell, and says how long it took.",
            runsSwift: true
        ) { context in
            try requireArgument(context)
            let clock = ContinuousClock()
            let (start, before) = (clock.now, ProcessorTime.now)
            // What an error or the stop button ends has taken its time too.
            defer {
                let wall = clock.now - start
                let (user, system) = ProcessorTime.now.since(before)
                context.print(
                    "CPU times: user \(user.spelled), sys: \(system.spelled), total: \((user + system).spelled)")
                context.print("Wall time: \(wall.spelled)")
            }
            return try context.runArgument()
        }
    }

    /// As often as fits in about a second, in seven rounds, unless the options say otherwise.
    static var timeit: CellCommand {
        var command = CellCommand(
            name: "timeit",
            help: "Runs the rest of the line many times and says how long one run takes: %timeit -n 100 -r 7 f().",
            runsSwift: true
        ) { context in
            try requireArgument(context)
            let clock = ContinuousClock()
            let (turns, count) = (try context.turns(clock), context.options["r"] ?? 7)
            guard turns > 0, count > 0 else {
                throw CellCommandError(description: "-n and -r need a number above 0, as in '%timeit -n 100 -r 7 f()'")
            }
            let rounds = try (0..<count).map { _ in (try context.repeatArgument(turns, clock) / turns).seconds }
            let mean = rounds.reduce(0, +) / Double(count)
            let deviation = (rounds.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)).squareRoot()
            context.print(
                "\(Duration.seconds(mean).spelled) ± \(Duration.seconds(deviation).spelled) per loop "
                    + "(mean ± std. dev. of \(count) run\(count == 1 ? "" : "s"), "
                    + "\(turns) loop\(turns == 1 ? "" : "s") each)")
            return nil
        }
        command.options = ["n", "r"]
        return command
    }

    private static func requireArgument(_ context: CellCommandContext) throws {
        guard context.argument.isEmpty else { return }
        throw CellCommandError(description: "this command needs something to run, as in '%time sum(values)'")
    }
}

extension CellCommandContext {
    /// How many runs a round has: as many as are asked for, or as take a tenth of a second.
    fileprivate func turns(_ clock: ContinuousClock) throws -> Int {
        if let asked = options["n"] { return asked }
        let first = try clock.measure { try runArgument() }
        return max(1, min(100_000, Int(Duration.milliseconds(100) / max(first, .nanoseconds(100)))))
    }

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

/// What the process's threads have used of the processors so far.
private struct ProcessorTime {
    let user: Duration
    let system: Duration

    static var now: ProcessorTime {
        let usage = ProcessUse.account
        func duration(_ time: timeval) -> Duration { .seconds(Int(time.tv_sec)) + .microseconds(Int(time.tv_usec)) }
        return ProcessorTime(user: duration(usage.ru_utime), system: duration(usage.ru_stime))
    }

    func since(_ earlier: ProcessorTime) -> (user: Duration, system: Duration) {
        (user - earlier.user, system - earlier.system)
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }

    /// In the unit that fits: `1.24 ms`.
    fileprivate var spelled: String {
        let units: [(Double, String)] = [(1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")]
        let (scale, unit) = units.first { seconds >= $0.0 } ?? (1e-9, "ns")
        let value = (seconds / scale * 100).rounded() / 100
        return "\(value) \(unit)"
    }
}
