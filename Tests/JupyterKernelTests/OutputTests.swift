import JupyterKernel
import JupyterProtocol
import Testing

/// Output is ordered and bounded. The limits here are of size alone, so that no test depends on a clock.
struct OutputTests {
    private func frontEnd(_ change: (inout OutputLimits) -> Void = { _ in }) -> FrontEnd {
        var limits = OutputLimits.patient
        change(&limits)
        return FrontEnd(limits: limits)
    }

    @Test func linesTravelTogether() async throws {
        let run = try await frontEnd { $0.streamMessageBytes = 4096 }.run("lines 10000")
        #expect(run.text == (0..<10_000).map { "\($0)\n" }.joined())
        let sizes = run.contents("stream").compactMap { $0["text"]?.string?.utf8.count }
        #expect(sizes.count == 12 && sizes.allSatisfy { $0 <= 4096 })
    }

    @Test func aLongTextIsCutBetweenCharacters() async throws {
        let text = String(repeating: "é漢𝐚", count: 100)
        let run = try await frontEnd { $0.streamMessageBytes = 50 }.run("print \(text)")
        #expect(run.text == text + "\n")
        #expect(run.contents("stream").allSatisfy { ($0["text"]?.string?.utf8.count ?? 99) <= 50 })
    }

    @Test func streamsAndDisplaysKeepTheirOrder() async throws {
        let run = try await frontEnd().run(
            "print a; complain b; print c; show d; print e; clear; print f")
        let shown = run.messages.compactMap {
            $0.content["text"]?.string ?? $0.content.plain ?? $0.content["wait"].map { _ in "clear" }
        }
        #expect(shown == ["a\n", "b\n", "c\n", "d", "e\n", "clear", "f\n"])
        #expect(
            run.contents("stream").map { $0["name"]?.string } == [
                "stdout", "stderr", "stdout", "stdout", "stdout",
            ])
    }

    @Test func whatACellPrintsTooMuchIsReplacedByANote() async throws {
        let limits: (inout OutputLimits) -> Void = {
            ($0.streamBytesPerCell, $0.streamTailBytes) = (1024, 512)
        }
        let run = try await frontEnd(limits).run("lines 10000")
        #expect(run.text.hasPrefix("0\n1\n2\n"))
        #expect(run.text.contains("[This cell prints more than 1 KiB. The rest is left out;"))
        #expect(run.text.contains(" bytes are missing here …]\n"))
        #expect(run.text.hasSuffix("9998\n9999\n"))
        #expect(run.text.utf8.count < 1024 + 512 + 250)
    }

    @Test func oneTextThatIsTooLongIsCutLikeManyLines() async throws {
        let frontEnd = frontEnd { ($0.streamBytesPerCell, $0.streamTailBytes) = (1024, 512) }
        let text = (0..<10_000).map(String.init).joined(separator: " ")
        let shown = try await frontEnd.run("print \(text); print end").text
        #expect(shown.hasPrefix("0 1 2 ") && shown.hasSuffix(" 9998 9999\nend\n"))
        #expect(shown.contains("[… \(text.utf8.count + 5 - 1024 - 512) bytes are missing here …]"))
    }

    @Test func theCapIsEachCellsOwn() async throws {
        let frontEnd = frontEnd { ($0.streamBytesPerCell, $0.streamTailBytes) = (1024, 512) }
        #expect(try await frontEnd.run("lines 10000").text.contains("left out"))
        #expect(try await frontEnd.run("print a").text == "a\n")
    }

    @Test func whatFitsIsShownWhole() async throws {
        let run = try await frontEnd { ($0.streamBytesPerCell, $0.streamTailBytes) = (1024, 512) }.run(
            "lines 200")
        #expect(run.text == (0..<200).map { "\($0)\n" }.joined())
    }

    @Test func theFirstAndTheLastUpdateAreSent() async throws {
        let run = try await frontEnd().run("name 0; progress 1000; print done")
        #expect(run.contents("update_display_data").compactMap(\.plain) == ["1000"])
        #expect(run.contents("update_display_data").first?["transient"]?["display_id"] == "d")
        #expect(
            try await frontEnd().run("progress 1000").contents("update_display_data").compactMap(\.plain)
                == ["1", "1000"])
    }

    @Test func anUpdateThatWaitsGoesBeforeWhatIsShownAfterIt() async throws {
        let run = try await frontEnd().run("progress 5; show after")
        #expect(run.messages.compactMap(\.content.plain) == ["1", "5", "after"])
    }

    @Test func waitingTextIsSentWhileTheCellComputes() async throws {
        let frontEnd = frontEnd { $0.flushMilliseconds = 1 }
        let cell = try frontEnd.send(ExecuteRequest(code: "print a; wait"))
        try await frontEnd.wait { $0.contains { $0.parent == cell && $0.type == "stream" } }
        frontEnd.gate.open()
        #expect(try await frontEnd.end(of: cell).text == "a\n")
    }

    @Test func aCellThatSendsTooFastIsHeldBack() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let run = try await frontEnd { $0.messagesPerSecond = 10 }.run(
            (0..<21).map { "show \($0)" }.joined(separator: "; "))
        #expect(run.contents("display_data").count == 21)
        #expect(clock.now - start >= .milliseconds(1900))
    }
}
