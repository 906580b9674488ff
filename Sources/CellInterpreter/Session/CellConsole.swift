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
        return Unmanaged<AnyObject>.fromOpaque(place).takeUnretainedValue() as? any CellOutput
    }

    /// Makes an output the current one while `body` runs; the caller keeps it alive.
    static func with<Result>(_ output: any CellOutput, _ body: () throws -> Result) rethrows -> Result {
        let outer = pthread_getspecific(key)
        pthread_setspecific(key, UnsafeRawPointer(Unmanaged<AnyObject>.passUnretained(output).toOpaque()))
        defer { pthread_setspecific(key, outer.map { UnsafeRawPointer($0) }) }
        return try body()
    }

    static func write(_ text: String, to stream: CellStream = .standardOutput) { current?.write(text, to: stream) }
}
