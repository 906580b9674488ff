import JupyterProtocol
import Testing

/// Earlier cells, as consoles ask for them.
struct HistoryTests {
    /// A kernel that has run `value 1`, `value 2`, `print x`, `value 1`.
    private func frontEnd() async throws -> FrontEnd {
        let frontEnd = FrontEnd()
        for code in ["value 1", "value 2", "print x", "value 1"] { _ = try await frontEnd.run(code) }
        _ = try await frontEnd.run("value 8", storeHistory: false)
        _ = try await frontEnd.run("value 9", silent: true)
        return frontEnd
    }

    private func lines(_ request: HistoryRequest) async throws -> [Int] {
        let history = try await frontEnd().ask(request)["history"]?.array ?? []
        return history.compactMap { $0.array?[1].integer }
    }

    @Test func theTailIsTheLastCells() async throws {
        #expect(try await lines(HistoryRequest(access: .tail, count: 2)) == [3, 4])
        #expect(try await lines(HistoryRequest(access: .tail, count: 99)) == [1, 2, 3, 4])
        #expect(try await lines(HistoryRequest(access: .tail, count: -1)) == [])
    }

    @Test func aRangeLeavesOutItsEnd() async throws {
        #expect(
            try await lines(HistoryRequest(access: .range, session: 0, start: 2, stop: 4)) == [2, 3])
        #expect(try await lines(HistoryRequest(access: .range, session: -1, start: 1, stop: 4)) == [])
    }

    @Test func searchKnowsWildcards() async throws {
        #expect(try await lines(HistoryRequest(access: .search, pattern: "value ?")) == [1, 2, 4])
        #expect(try await lines(HistoryRequest(access: .search, pattern: "*x")) == [3])
        #expect(try await lines(HistoryRequest(access: .search, count: 1, pattern: "value*")) == [4])
        #expect(
            try await lines(HistoryRequest(access: .search, pattern: "value*", unique: true)) == [2, 4])
        #expect(try await lines(HistoryRequest(access: .search, pattern: "value")) == [])
    }

    @Test func outputsComeWhenTheyAreWanted() async throws {
        let frontEnd = try await frontEnd()
        let with = try await frontEnd.ask(
            HistoryRequest(access: .range, output: true, start: 2, stop: 4))["history"]
        #expect(with == [[1, 2, ["value 2", "2"]], [1, 3, ["print x", nil]]])
        let without = try await frontEnd.ask(HistoryRequest(access: .range, start: 2, stop: 3))[
            "history"]
        #expect(without == [[1, 2, "value 2"]])
    }
}
