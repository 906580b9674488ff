import Display
import Plots
import SessionSafety
import TensorCore
import Testing

@Suite struct SeriesTests {
    @Test func aLinePlotIsAsItWas() throws {
        let plot = linePlot(
            [[0, 1, 0.5], [1, .nan, 2]], title: "Logit difference", xLabel: "Layer", yLabel: "LD",
            xTicks: ["0_pre", "0_mid", "final_post"], labels: ["clean", "corrupted"])
        try checkPicture(plot)
        try expectSnapshot(plot.mimeBundle.plain, "lineplot.txt")
        try expectSnapshot(try #require(plot.mimeBundle.representations[.html]), "lineplot.html")
    }

    @Test func aBarChartIsAsItWas() throws {
        let chart = barChart(Tensor([1, -2, 3], shape: [3]), title: "Effects", xLabel: "Head")
        try checkPicture(chart)
        try expectSnapshot(try #require(chart.mimeBundle.representations[.html]), "barchart.html")
    }

    @Test func oddSeriesAreDrawn() throws {
        let all: [[Double]] = [
            [], [5], [.nan, .infinity], [0, 0, 0], [1e308, -1e308], [1e-300, 2e-300],
            (0..<5000).map { Double($0 % 17) },
        ]
        for series in all {
            try checkPicture(linePlot(series))
            try checkPicture(barChart(series))
        }
        try checkPicture(linePlot([[Double]]()))
        try checkPicture(linePlot([[1, 2], [3]]))
    }

    @Test func namesUpToThirtyTwoCharactersAreWhole() throws {
        let name = "blocks.11.attn.hook_result mean"
        #expect(try stillPicture(barChart([1, 2], xTicks: [name, "b"]).mimeBundle).contains(">\(name)<"))
    }

    @Test func textFromDataStaysText() throws {
        let plot = linePlot(
            [1, 2], title: hostile, xLabel: hostile, yLabel: hostile, xTicks: [hostile, ""], labels: [hostile])
        try checkPicture(plot)
        try checkEscaped(plot)
    }

    @Test func whatDoesNotFitIsAnError() {
        #expect(throws: PlotError.self) { try Fault.catching { linePlot(Tensor.zeros([2, 2, 2])) } }
        #expect(throws: PlotError.self) { try Fault.catching { linePlot([1, 2], xTicks: ["a"]) } }
        #expect(throws: PlotError.self) { try Fault.catching { barChart([1, 2], labels: ["a", "b"]) } }
    }
}
