import Foundation
import JupyterProtocol
import SessionSafety
import TestSupport
import Testing

/// The stop button and the end of a kernel.
struct InterruptTests {
    @Test func aStopEndsTheCellAndDropsTheQueue() async throws {
        let frontEnd = FrontEnd()
        let cell = try frontEnd.send(ExecuteRequest(code: "print started; show now; loop"))
        let dropped = try frontEnd.send(ExecuteRequest(code: "value 1", stopOnError: false))
        try await frontEnd.wait { $0.contains { $0.type == "display_data" } }
        #expect(try await frontEnd.ask(InterruptRequest(), on: .control)["status"] == "ok")
        let stopped = try await frontEnd.end(of: cell)
        #expect(stopped.status == "error" && stopped.reply?["ename"] == "KeyboardInterrupt")
        #expect(try await frontEnd.end(of: dropped).status == "aborted")
        #expect(try await frontEnd.run("value 7").value == "7")
    }

    @Test func aStopWhileNothingRunsHurtsNobody() async throws {
        let frontEnd = FrontEnd()
        _ = try await frontEnd.ask(InterruptRequest(), on: .control)
        frontEnd.session.stop.request()
        let ids = try (0..<3).map { try frontEnd.send(ExecuteRequest(code: "value \($0)")) }
        for id in ids { #expect(try await frontEnd.end(of: id).status == "ok") }
        frontEnd.session.stop.request()
        #expect(
            try await frontEnd.ask(CompleteRequest(code: "p", cursorPosition: 1))["matches"] == [
                "print"
            ])
    }

    @Test func aStopBeforeItsCellHasBegunEndsIt() async throws {
        let frontEnd = FrontEnd(startsAtOnce: false)
        _ = try await frontEnd.ask(KernelInfoRequest())
        let cells = try ["loop", "value 1"].map { try frontEnd.send(ExecuteRequest(code: $0)) }
        _ = try await frontEnd.ask(InterruptRequest(), on: .control)
        frontEnd.startLanguage()
        let stopped = try await frontEnd.end(of: cells[0])
        #expect(stopped.reply?["ename"] == "KeyboardInterrupt")
        #expect(try await frontEnd.end(of: cells[1]).status == "aborted")
        #expect(try await frontEnd.run("value 7").value == "7")
    }

    @Test func whatIsSentAfterTheStopRuns() async throws {
        let frontEnd = FrontEnd(startsAtOnce: false)
        _ = try await frontEnd.ask(KernelInfoRequest())
        let stopped = try frontEnd.send(ExecuteRequest(code: "loop"))
        frontEnd.session.stop.request()
        let next = try frontEnd.send(ExecuteRequest(code: "value 7"))
        frontEnd.startLanguage()
        #expect(try await frontEnd.end(of: stopped).reply?["ename"] == "KeyboardInterrupt")
        #expect(try await frontEnd.end(of: next).value == "7")
    }

    /// A signal is there at once, while the cell that was sent before it still lies in a socket.
    @Test func aStopThatOvertakesItsCellEndsItByTheirDates() async throws {
        let frontEnd = FrontEnd()
        let sent = Date().ISO8601Format(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        usleep(5000)
        frontEnd.session.stop.request()
        let overtaken = try frontEnd.send(ExecuteRequest(code: "loop"), date: sent)
        #expect(try await frontEnd.end(of: overtaken).reply?["ename"] == "KeyboardInterrupt")
        usleep(5000)
        let later = Date().ISO8601Format(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        let next = try frontEnd.send(ExecuteRequest(code: "value 7"), date: later)
        #expect(try await frontEnd.end(of: next).value == "7")
    }

    /// A browser on another machine, whose clock is wrong by seconds: what it sends after a stop is after it.
    @Test func aWrongClockDoesNotMakeAStopReachLaterCells() async throws {
        for (error, isSignal) in [(-5.0, true), (-5, false), (-0.5, true), (-0.5, false), (3, true), (3, false)] {
            func now() -> String {
                (Date() + error).ISO8601Format(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
            }
            let frontEnd = FrontEnd()
            for _ in 0..<3 { _ = try await frontEnd.end(of: frontEnd.send(KernelInfoRequest(), date: now())) }
            let cell = try frontEnd.send(ExecuteRequest(code: "loop"), date: now())
            usleep(5000)
            if isSignal {
                frontEnd.session.stop.request()
            } else {
                try frontEnd.send(InterruptRequest(), on: .control, date: now())
            }
            #expect(try await frontEnd.end(of: cell).reply?["ename"] == "KeyboardInterrupt", "\(error)")
            usleep(5000)
            let next = try frontEnd.send(ExecuteRequest(code: "value 7"), date: now())
            #expect(try await frontEnd.end(of: next).value == "7", "\(error)")
        }
    }

    /// A fresh kernel on a busy machine reads its first messages late, and so the first cell: they were really under way so long.
    @Test func theFirstCellOfABusyMachineHasTheStopThatOvertakesIt() async throws {
        func ago(_ seconds: Double) -> String {
            (Date() - seconds).ISO8601Format(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        }
        for earlier in [[], [1.3], [1.3, 0.3], [0.35, 0.25]] as [[Double]] {
            let frontEnd = FrontEnd()
            for delay in earlier {
                _ = try await frontEnd.end(of: frontEnd.send(KernelInfoRequest(), date: ago(delay)))
            }
            frontEnd.session.stop.request()
            let cell = try frontEnd.send(
                ExecuteRequest(code: "loop"), date: ago(0.15 + 0.5 * Double(earlier.count % 2)))
            #expect(try await frontEnd.end(of: cell).reply?["ename"] == "KeyboardInterrupt", "\(earlier)")
        }
    }

    @Test func noStopIsLostAtAnyMoment() async throws {
        let frontEnd = FrontEnd()
        var random = RepeatableRandomGenerator(seed: 7)
        for round in 0..<300 {
            let cell = try frontEnd.send(ExecuteRequest(code: "loop"))
            for _ in 0..<Int.random(in: 0..<2000, using: &random) { _ = frontEnd.isFinished }
            if round % 2 == 0 {
                frontEnd.session.stop.request()
            } else {
                try frontEnd.send(InterruptRequest(), on: .control)
            }
            #expect(try await frontEnd.end(of: cell).reply?["ename"] == "KeyboardInterrupt", "round \(round)")
            frontEnd.session.stop.request()
            #expect(try await frontEnd.run("value 7").value == "7", "after round \(round)")
        }
    }

    /// Requests and stops in any order of their making, arriving in any other: each request has the stops that were made
    /// after it, and no other.
    @Test func aRequestHasTheStopsThatWereMadeAfterIt() {
        let flag = StopFlag()
        var random = RepeatableRandomGenerator(seed: 11)
        var now = Moment.now.nanoseconds
        for round in 0..<20_000 {
            let request = Moment(nanoseconds: now + Int.random(in: 0..<100, using: &random))
            let stops = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                (
                    made: Moment(nanoseconds: now + Int.random(in: 0..<100, using: &random)),
                    comesFirst: Bool.random(using: &random)
                )
            }
            for stop in stops where stop.comesFirst { flag.request(at: stop.made) }
            flag.begin(askedAt: request)
            let early = stops.contains { $0.comesFirst && $0.made >= request }
            #expect(flag.isRequested == early, "round \(round)")
            for stop in stops where !stop.comesFirst { flag.request(at: stop.made) }
            #expect(flag.isRequested == stops.contains { $0.made >= request }, "round \(round)")
            flag.clear()
            #expect(!flag.isRequested, "round \(round)")
            now += 100
        }
    }

    @Test func aStopEndsAQuestion() async throws {
        let frontEnd = FrontEnd()
        let cell = try frontEnd.send(ExecuteRequest(code: "ask name? ", allowStdin: true))
        try await frontEnd.wait { $0.contains { $0.channel == .stdin } }
        _ = try await frontEnd.ask(InterruptRequest(), on: .control)
        #expect(try await frontEnd.end(of: cell).reply?["ename"] == "KeyboardInterrupt")
    }

    @Test func shutdownIsAnsweredAndEndsTheRunningCell() async throws {
        let frontEnd = FrontEnd()
        let cell = try frontEnd.send(ExecuteRequest(code: "loop"))
        try await frontEnd.wait { $0.contains { $0.parent == cell && $0.type == "execute_input" } }
        let reply = try await frontEnd.ask(ShutdownRequest(restart: true), on: .control)
        #expect(reply == ["status": "ok", "restart": true])
        #expect(frontEnd.isFinished)
    }
}
