package import CellHost
package import CellMeaning
internal import CellValues
package import SessionSafety

/// The stack that functions of cells run on: one for each interpreter, used by one thread.
package final class Machine {
    /// Slots for all frames together: sixteen megabytes, of which the system gives what is touched.
    private static let capacity = 1 << 20

    private let start: Frame
    private let end: Frame
    /// Everything below is initialised; free slots are `absent`.
    private var ready: Frame
    /// The first free slot.
    @exclusivity(unchecked) package var top: Frame
    /// What the function that is returning returns.
    let result: Frame
    /// How far down the thread's own stack may grow.
    @exclusivity(unchecked) private var stackLimit: UInt = 0
    /// Knows types by their Swift types, and which have which protocols.
    let library: HostLibrary
    /// The session's.
    let stop: StopFlag

    package init(library: HostLibrary, stop: StopFlag) {
        self.library = library
        self.stop = stop
        start = .allocate(capacity: Machine.capacity)
        end = start + Machine.capacity
        ready = start
        top = start
        result = .allocate(capacity: 1)
        result.initialize(to: .void)
    }

    deinit {
        start.deinitialize(count: ready - start)
        start.deallocate()
        result.deinitialize(count: 1)
        result.deallocate()
    }

    // MARK: Frames

    /// Reserves slots, all `absent`.
    @inline(__always)
    func enter(_ count: Int) throws -> Frame {
        let frame = top
        let next = frame + count
        if next > ready { try extend(to: next) }
        top = next
        return frame
    }

    /// Gives the slots of the newest frame back.
    @inline(__always)
    package func leave(_ frame: Frame, _ count: Int) {
        for index in 0..<count { frame[index] = .absent }
        top = frame
    }

    @inline(never)
    private func extend(to next: Frame) throws {
        guard next <= end else { throw CellRuntimeError.recursion }
        let wanted = min(end, max(next, ready + 4096))
        ready.initialize(repeating: .absent, count: wanted - ready)
        ready = wanted
    }

    // MARK: Limits

    /// Called on the thread that is about to run code.
    package func adopt(stackLimit: UInt) { self.stackLimit = stackLimit }

    /// At every call: the thread's stack must not run out, and the stop button must work.
    @inline(__always)
    func checkLimits() throws {
        var marker: UInt8 = 0
        let address = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
        if address < stackLimit { throw CellRuntimeError.recursion }
        if stop.isRequested { throw Interrupted() }
    }

    /// Takes what a function returned.
    @inline(__always)
    func takeResult() -> CellValue {
        let value = result.move()
        result.initialize(to: .void)
        return value
    }
}

extension CellRuntimeError {
    static var recursion: CellRuntimeError {
        CellRuntimeError(
            "too much recursion: functions call each other too deeply",
            hints: ["see that the recursion ends, or use a loop"])
    }
}
