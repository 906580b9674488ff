import Foundation
import SessionSafety
import Synchronization
import TestSupport
import Testing

/// What one session has to itself, and who works for it.
struct SessionTests {
    private final class Count: SessionPart {
        let value = Atomic<Int>(0)
        func add() -> Int { value.add(1, ordering: .relaxed).newValue }
    }

    @Test func aThreadWorksForTheInnermostSession() {
        let (outer, inner) = (Session(), Session())
        outer.run {
            inner.run { #expect(Session.current === inner) }
            #expect(Session.current === outer)
            #expect(throws: Interrupted.self) { try inner.run { throw Interrupted() } }
            #expect(Session.current === outer)
        }
    }

    @Test func aThreadOfNoSessionWorksForTheProcesss() {
        let found = Mutex<Session?>(nil)
        let done = DispatchSemaphore(value: 0)
        Thread {
            found.withLock { $0 = Session.current }
            done.signal()
        }.start()
        done.wait()
        #expect(found.withLock { $0 === Session.main })
    }

    @Test func aThreadThatASessionStartsWorksForIt() {
        let session = Session()
        let found = Mutex<Session?>(nil)
        session.run { onDeepStack { found.withLock { $0 = Session.current } } }
        #expect(found.withLock { $0 === session })
    }

    @Test func eachSessionHasItsOwnParts() {
        let (first, second) = (Session(), Session())
        let counts = first.run { [Count.current.add(), Count.current.add()] }
        #expect(counts == [1, 2])
        #expect(Count.of(second).add() == 1)
        #expect(Count.of(first).add() == 3)
    }

    @Test func aStopEndsOneSessionAlone() throws {
        let (first, second) = (Session(), Session())
        first.stop.request()
        #expect(throws: Interrupted.self) { try first.run { try Interruption.check() } }
        try second.run { try Interruption.check() }
        #expect(!second.stop.isRequested)
        first.stop.clear()
        try first.run { try Interruption.check() }
    }

    @Test func sessionsCanShareAStopButton() {
        let first = Session()
        let second = Session(stop: first.stop)
        first.stop.request()
        #expect(second.stop.isRequested)
        let counts = [first, second].map { session in session.run { Count.current.add() } }
        #expect(counts == [1, 1])
    }

    @Test func looksOfOtherSessionsAreNotCounted() {
        let other = Session()
        let (_, looks) = Interruption.countingLooks {
            for _ in 0..<3 { _ = Interruption.isRequested }
            other.run { for _ in 0..<5 { _ = Interruption.isRequested } }
        }
        #expect(looks == 3)
    }

    @Test func longWorkIsShownBySessionsThatSaySo() {
        let (first, second) = (Session(), Session())
        let told = Mutex<[String]>([])
        first.run {
            LongWork.show { title, _ in
                told.withLock { $0.append(title) }
                return LongWork.Display(advance: { _ in }, finish: {})
            }
        }
        first.run { LongWork("first", total: 1).finish() }
        second.run { LongWork("second", total: 1).finish() }
        #expect(told.withLock { $0 } == ["first"])
    }
}
