internal import SessionSafety

/// Counts the steps of work on values, and looks at the stop flag every thousand of them.
@usableFromInline
package struct StopWatch {
    @usableFromInline package var steps = 0
    private var isStopped = false

    package init() {}

    /// - Throws: `Interrupted` when a stop was asked for.
    @inlinable @inline(__always)
    package mutating func step() throws {
        steps &+= 1
        if steps & 1023 == 0 { try look() }
    }

    /// Before a longer piece of work.
    ///
    /// - Throws: `Interrupted` when a stop was asked for.
    @inline(never) @usableFromInline
    package func look() throws { try Interruption.check() }

    /// One step where nothing can be thrown: false from the moment of a stop on, which the surrounding run reports.
    @inline(__always)
    mutating func goesOn() -> Bool {
        steps &+= 1
        if steps & 1023 == 0 { lookWithoutThrowing() }
        return !isStopped
    }

    @inline(never)
    private mutating func lookWithoutThrowing() {
        do { try Fault.stoppingIfCaught { try look() } } catch { isStopped = Fault.raise(error, returning: true) }
    }
}
