#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where what cells print goes, and where `readLine()` asks.
public protocol CellOutput: AnyObject {
    func write(_ text: String, to stream: CellStream)
    /// A line that the user types, without its end; nil when there is no more.
    func readLine(prompt: String) throws -> String?
}

/// The two streams that a program writes to.
public enum CellStream: Sendable { case standardOutput, standardError }

/// The output of the session whose cell the current thread runs.
enum CellConsole {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    static var current: (any CellOutput)? {
        guard let place = pthread_getspecific(key) else { return nil }
        return Unmanaged<Holder>.fromOpaque(place).takeUnretainedValue().output
    }

    /// What a thread points to: asking it costs less than asking an object which protocols it conforms to.
    private final class Holder {
        let output: any CellOutput
        init(_ output: any CellOutput) { self.output = output }
    }

    /// Makes an output the current one while `body` runs.
    static func with<Result>(_ output: any CellOutput, _ body: () throws -> Result) rethrows -> Result {
        let (outer, holder) = (pthread_getspecific(key), Holder(output))
        pthread_setspecific(key, UnsafeRawPointer(Unmanaged.passUnretained(holder).toOpaque()))
        defer { pthread_setspecific(key, outer.map { UnsafeRawPointer($0) }) }
        return try withExtendedLifetime(holder, body)
    }

    static func write(_ text: String, to stream: CellStream = .standardOutput) { current?.write(text, to: stream) }
}
