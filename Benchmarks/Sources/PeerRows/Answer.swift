import Foundation

/// What one measured run gives back, as a line of JSON.
struct Answer: Encodable {
    let row: String
    /// From the wall clock.
    let seconds: Double
    /// Of all threads, in the process and in the kernel.
    let cpuSeconds: Double
    /// To be compared with the other program's.
    let numbers: [Float]

    init(row: String, _ work: () throws -> [Float]) rethrows {
        self.row = row
        let clock = ContinuousClock()
        let (start, cpuStart) = (clock.now, Self.cpuSecondsSoFar())
        numbers = try work()
        seconds = (clock.now - start) / .seconds(1)
        cpuSeconds = Self.cpuSecondsSoFar() - cpuStart
    }

    func write() throws {
        FileHandle.standardOutput.write(try JSONEncoder().encode(self) + Data("\n".utf8))
    }

    private static func cpuSecondsSoFar() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
