import Display
import Plots
import SessionSafety
import Synchronization
import Testing

@Suite struct ProgressTests {
    @Test func theLastStateHasNoTimes() {
        let (output, clock) = (RecordingOutput(), ManualClock())
        let bar = ProgressBar(total: 4, title: "Heads", output: output, now: { clock.now })
        for _ in 0..<4 {
            clock.advance(.seconds(1))
            bar.advance()
        }
        bar.finish()
        bar.finish()
        #expect(
            output.plain == [
                "Heads: 0/4 0%", "Heads: 1/4 25% 3.0 s left", "Heads: 2/4 50% 2.0 s left", "Heads: 3/4 75% 1.0 s left",
                "Heads: 4/4 100%", "Heads: 4/4 done",
            ])
    }

    @Test func fastLoopsAreShownAtMostTenTimesASecond() {
        let (output, clock) = (RecordingOutput(), ManualClock())
        let bar = ProgressBar(total: 1000, title: "", output: output, now: { clock.now })
        for _ in 0..<1000 {
            clock.advance(.milliseconds(1))
            bar.advance()
        }
        bar.finish()
        #expect(output.plain.count == 12)
        #expect(output.plain.last == "1000/1000 done")
    }

    @Test func aBarThatIsDroppedEarlySaysSo() {
        let output = RecordingOutput()
        let now = ContinuousClock.now
        do {
            let bar = ProgressBar(total: 3, title: "", output: output, now: { now })
            bar.advance()
        }
        #expect(output.plain.last == "1/3 stopped")
    }

    /// What a later cell sees is where the earlier one left it, and its own first step.
    @Test func aBarGoesOnInAnotherCell() {
        let (first, second) = (RecordingOutput(), RecordingOutput())
        let current = Mutex<any DisplayOutput>(first)
        let now = ContinuousClock.now
        let bar = ProgressBar(total: 3, title: "q", output: current.withLock { $0 }, now: { now })
        bar.advance()
        bar.showReached()
        bar.showReached()
        #expect(first.plain == ["q: 0/3 0%", "q: 1/3 33%"])
        current.withLock { $0 = second }
        bar.advance()
        bar.advance()
        bar.finish()
        #expect(second.plain == ["q: 2/3 66%", "q: 3/3 done"])
        #expect(second.finished == ["q: 3/3 done"])
        bar.showReached()
        #expect(second.plain.count == 2)
    }

    @Test func aCellsEndAsksBarsThatAreNotDone() {
        let display = Display()
        Session().run {
            UnfinishedDisplays.add(display)
            Session().run { UnfinishedDisplays.showReached() }
            #expect(display.asked.load(ordering: .relaxed) == 0)
            UnfinishedDisplays.showReached()
            #expect(display.asked.load(ordering: .relaxed) == 1)
            UnfinishedDisplays.remove(display)
            UnfinishedDisplays.showReached()
            #expect(display.asked.load(ordering: .relaxed) == 1)
        }
    }

    private final class Display: UnfinishedDisplay {
        let asked = Atomic<Int>(0)
        func showReached() { asked.add(1, ordering: .relaxed) }
    }

    @Test func aLoopSeesEveryElement() {
        #expect(Array(progress(0..<3)) == [0, 1, 2])
        #expect(Array(progress(AnySequence([5, 6]), title: "x")) == [5, 6])
        #expect(Array(progress([Int]())).isEmpty)
    }

    @Test func theTitleStaysText() throws {
        let output = RecordingOutput()
        let bar = ProgressBar(total: nil, title: hostile, output: output, now: { ContinuousClock.now })
        bar.finish()
        let html = try #require(output.html.last)
        #expect(!html.contains("<script") && !html.contains("<img"))
        #expect(html.contains("tex2jax_ignore mathjax_ignore"), "$a$ is no mathematics")
    }
}

/// Keeps what it is given to show.
private final class RecordingOutput: DisplayOutput {
    private let shown = Mutex<[MIMEBundle]>([])
    private let last = Mutex<[String]>([])

    var plain: [String] { shown.withLock { $0.map(\.plain) } }
    /// Those that were said to be the last.
    var finished: [String] { last.withLock { $0 } }
    var html: [String] { shown.withLock { $0.compactMap { $0.representations[.html] } } }

    func show(_ bundle: MIMEBundle, id: String?) { shown.withLock { $0.append(bundle) } }
    func update(_ bundle: MIMEBundle, id: String) { shown.withLock { $0.append(bundle) } }
    func clear(wait: Bool) {}

    func finish(_ bundle: MIMEBundle, id: String) {
        last.withLock { $0.append(bundle.plain) }
        update(bundle, id: id)
    }
}

/// A clock that stands until it is moved.
private final class ManualClock: Sendable {
    private let time = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { time.withLock { $0 } }
    func advance(_ duration: Duration) { time.withLock { $0 += duration } }
}
