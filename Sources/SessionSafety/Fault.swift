internal import CThreadState

/// An error from a call that is not marked `throws`, such as a tensor subscript with a bad index.
///
/// In a compiled program such a mistake ends the process, as a bad array index does. Inside ``catching(_:)``, which is
/// how cells and hook closures run, it becomes a thrown error and nothing is lost:
///
/// ```swift
/// public func transposed(_ a: Int, _ b: Int) -> Tensor {
///     guard isAxis(a), isAxis(b) else { return Fault.raise(TensorError.badAxis(a, b), returning: self) }
///     …
/// }
/// let row = try Fault.catching { logits[0, 99] }      // throws "index 99 is out of range for axis 1 with 15 positions"
/// ```
public enum Fault {
    /// Reports `error`: kept for the surrounding ``catching(_:)``, or the end of the program when there is none.
    ///
    /// Only the first error of a scope is kept; what comes after it follows from it.
    /// - Returns: `placeholder`, so that the caller has something to return. Nobody looks at it.
    public static func raise<Value>(_ error: any Error, returning placeholder: Value) -> Value {
        guard let scope = FaultScope.current else { fatalError("\(error)") }
        if scope.error == nil { scope.error = error }
        return placeholder
    }

    /// Runs `body` so that a stop request ends it only where a surrounding ``catching(_:)`` takes what is raised.
    package static func stoppingIfCaught<Value>(_ body: () throws -> Value) rethrows -> Value {
        FaultScope.current == nil ? try Interruption.ignored(body) : try body()
    }

    /// Runs `body`, which may throw and be stopped, where nothing can be thrown: what it throws is raised.
    ///
    /// ```swift
    /// public var mimeBundle: MIMEBundle { Fault.raising(returning: MIMEBundle(plain: "")) { try picture().bundle() } }
    /// ```
    public static func raising<Value>(
        returning placeholder: @autoclosure () -> Value, _ body: () throws -> Value
    ) -> Value {
        do { return try stoppingIfCaught(body) } catch { return raise(error, returning: placeholder()) }
    }

    /// Throws the error that a call inside the surrounding ``catching(_:)`` has reported, if there is one.
    ///
    /// The error is taken out, so that the session goes on after it has been shown.
    public static func throwIfRaised() throws {
        guard let scope = FaultScope.current, let error = scope.error else { return }
        scope.error = nil
        throw error
    }

    /// Runs `body` and throws the first error that a call in it reported through ``raise(_:returning:)``.
    ///
    /// Also where `body` throws another one after it, which follows from the placeholder that was returned: who stops a gradient
    /// reads that it was stopped, and nothing of shapes that do not go together.
    public static func catching<Value>(_ body: () throws -> Value) throws -> Value {
        let outer = FaultScope.current
        let scope = FaultScope()
        FaultScope.current = scope
        defer { FaultScope.current = outer }
        do {
            let value = try body()
            if let error = scope.error { throw error }
            return value
        } catch { throw scope.error ?? error }
    }
}

/// The error slot of the innermost `Fault.catching` of a thread.
private final class FaultScope {
    var error: (any Error)?

    /// Unowned by the thread: `Fault.catching` keeps the scope alive for as long as it stands here.
    static var current: FaultScope? {
        get {
            thread_state_here().pointee.fault_scope.map { Unmanaged<FaultScope>.fromOpaque($0).takeUnretainedValue() }
        }
        set {
            thread_state_here().pointee.fault_scope = newValue.map {
                UnsafeRawPointer(Unmanaged.passUnretained($0).toOpaque())
            }
        }
    }
}
