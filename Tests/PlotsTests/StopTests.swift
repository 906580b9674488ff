import Display
import Plots
import SessionSafety
import TensorCore
import Testing

/// Large pictures and tables look at the stop button often enough, or say that they are too large.
@Suite struct StopTests {
    /// A look for at least every so many values: some nanoseconds each, with room to 10 ms.
    private static let valuesPerLook = 200_000

    @Test func picturesOfManyValuesLookAtTheStopButton() throws {
        try Session().run {
            let (heads, tokens) = (16, 250)
            let attention = Tensor.rand([heads, tokens, tokens])
            let names = (0..<tokens).map { "t\($0)" }
            try StopTests.expectLooks(heads * tokens * tokens) { attentionHeads(attention, tokens: names).mimeBundle }
            try StopTests.expectLooks(1_000_000) { heatMap(Tensor.rand([1000, 1000])).mimeBundle }
            try StopTests.expectLooks(20_000) { barChart(Tensor.rand([20_000])).mimeBundle }
            try StopTests.expectLooks(20_000) { linePlot(Tensor.rand([40, 500])).mimeBundle }
        }
    }

    @Test func tablesOfManyRowsLookAtTheStopButton() throws {
        try Session().run {
            let rows = Array(repeating: ["a", "0.5", "c"], count: 1_000_000)
            try StopTests.expectLooks(rows.count) { table(rows, columns: ["x", "y", "z"]) }
            let long = table(rows, columns: ["x", "y", "z"])
            try StopTests.expectLooks(rows.count) { long.toCSV() }
            try StopTests.expectLooks(rows.count) { long.toJSON() }
        }
    }

    fileprivate static func expectLooks<Value>(_ values: Int, _ body: () throws -> Value) throws {
        let (_, looks) = try Interruption.countingLooks { try Fault.catching(body) }
        #expect(looks >= values / valuesPerLook + 1, "\(looks) looks for \(values) values")
    }

    @Test func aStopEndsAPictureWithItsOwnError() throws {
        try Session().run {
            let map = heatMap(Tensor.rand([10, 10]))
            let heads = attentionHeads(Tensor.rand([2, 3, 3]), tokens: ["a", "b", "c"])
            let line = linePlot([1, 2, 3])
            Session.current.stop.request()
            for picture in [map, heads, line] as [any Displayable] {
                #expect(throws: Interrupted.self) { try Fault.catching { picture.mimeBundle } }
            }
            #expect(throws: Interrupted.self) { try Fault.catching { table([["a"]], columns: ["x"]) } }
            // Outside of a session nobody could take the error, so the picture is drawn.
            #expect(!map.mimeBundle.plain.isEmpty)
        }
    }

    @Test(
        arguments: [
            { heatMap(Tensor.zeros([1, 100_000])) }, { heatMap(Tensor.zeros([5000, 5000])) },
            { heatMaps([("a", Tensor.zeros([4000, 4000])), ("b", Tensor.zeros([4000, 4000]))]) },
            { barChart(Tensor.zeros([1_000_000])) }, { linePlot([Double](repeating: 0, count: 1_000_000)) },
            { linePlot([[Double]](repeating: [], count: 30_000)) },
            { attentionHeads(Tensor.zeros([3000, 1, 1]), tokens: ["a"]) },
            { attentionHeads(Tensor.zeros([1, 1, 9000]), tokens: [String](repeating: "a", count: 9000)) },
        ] as [@Sendable () -> any Displayable])
    func whatNobodyCouldSeeIsRefusedWithALimit(draw: @Sendable () -> any Displayable) throws {
        let error = #expect(throws: PlotError.self) { try Fault.catching(draw) }
        let text = try #require(error).description
        #expect(text.contains("at most") && text.contains("pick some, or average over neighbours"), "\(text)")
    }
}
