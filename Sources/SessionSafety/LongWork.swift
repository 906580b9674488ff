internal import Synchronization

/// How far a long call has come, for whoever shows it.
///
/// ```swift
/// let work = LongWork("Ablations", total: layers)
/// defer { work.finish() }
/// for layer in 0..<layers { …; work.advance() }
/// ```
/// Engine code knows no pictures: what shows them says so once for a session, by ``show(with:)``. Until then nobody is told.
public final class LongWork: Sendable {
    /// What a shown piece of work is told.
    public struct Display: Sendable {
        let advance: @Sendable (Int) -> Void
        let say: @Sendable (String) -> Void
        let finish: @Sendable () -> Void

        public init(
            advance: @escaping @Sendable (Int) -> Void, say: @escaping @Sendable (String) -> Void = { _ in },
            finish: @escaping @Sendable () -> Void
        ) {
            (self.advance, self.say, self.finish) = (advance, say, finish)
        }
    }

    /// What shows the work of a session.
    private final class Maker: SessionPart {
        let make = Mutex<(@Sendable (_ title: String, _ total: Int) -> Display)?>(nil)
    }

    private let display: Display?

    /// Begins a piece of work of `total` steps.
    public init(_ title: String, total: Int) {
        display = Maker.current.make.withLock { $0 }?(title, total)
    }

    /// Says that `steps` more are done.
    public func advance(by steps: Int = 1) { display?.advance(steps) }

    /// Says how the work stands, such as the loss so far; it is shown with the next step, in place of the title.
    public func say(_ title: String) { display?.say(title) }

    /// Says that nothing more will come, done or stopped early.
    public func finish() { display?.finish() }

    /// Has every later piece of the session's work shown by what `make` gives for it.
    public static func show(with make: @escaping @Sendable (_ title: String, _ total: Int) -> Display) {
        Maker.current.make.withLock { $0 = make }
    }
}
