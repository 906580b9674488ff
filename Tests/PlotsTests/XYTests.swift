import Display
import Plots
import SessionSafety
import TensorCore
import Testing

@Suite struct XYTests {
    private let zero = Tensor([0.1, -0.4, 0.9, 0.2], shape: [2, 2])
    private let resample = Tensor([0.2, -0.3, 1.1, 0.1], shape: [2, 2])

    @Test func aScatterPlotIsAsItWas() throws {
        let plot = scatterPlot(
            x: zero, y: resample, names: ["L0H0", "L0H1", "L1H0", "L1H1"], groups: ["a", "a", "b", "b"],
            title: "Zero against resample", xLabel: "zero", yLabel: "resample", diagonal: true)
        try checkPicture(plot)
        try expectSnapshot(plot.mimeBundle.plain, "scatterplot.txt")
        try expectSnapshot(try #require(plot.mimeBundle.representations[.html]), "scatterplot.html")
    }

    @Test func aPointsNameAndNumbersAreInThePicture() throws {
        let plot = scatterPlot(x: [1, 2], y: [3, 4], names: ["L9H9", "L10H7"], color: [-1, 2], xLabel: "zero")
        let html = try #require(plot.mimeBundle.representations[.html])
        #expect(html.contains(#""L10H7\nzero: 2\ny: 4\ncolour: 2""#))
        #expect(plot.mimeBundle.plain.contains("L9H9 (1, 3), L10H7 (2, 4)"))
    }

    @Test func aDiagonalGivesBothAxesOneScale() {
        let axis = NumberAxis([0, 10, 3])
        #expect(
            abs(axis.fraction(axis.range.lowerBound)) < 1e-12 && abs(axis.fraction(axis.range.upperBound) - 1) < 1e-12)
    }

    @Test func aLogarithmicAxisHasPowersOfTen() throws {
        let axis = NumberAxis([1, 1000, 0, -5, .nan], isLogarithmic: true)
        #expect(axis.ticks.labels.contains("1") && axis.ticks.labels.contains("1000"))
        #expect(abs(axis.fraction(10) * 3 - axis.fraction(1000) - 2 * axis.fraction(1)) < 1e-9)
        #expect(axis.fraction(0).isNaN && axis.fraction(-1).isNaN)
        let plot = linePlot(Tensor([5, 0.5, 0.05]), x: [1, 10, 100], logX: true, logY: true)
        try checkPicture(plot)
        #expect(plot.mimeBundle.plain.contains("(10, 0.5)"))
    }

    @Test func aHistogramCountsEveryFiniteValueOnce() throws {
        let values = Tensor([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, .nan, .infinity])
        let plot = histogram(values, bins: 5, title: "Scores", xLabel: "Score")
        try checkPicture(plot)
        #expect(plot.mimeBundle.plain.hasSuffix("0 to 2: 2, 2 to 4: 2, 4 to 6: 2, 6 to 8: 2, 8 to 10: 2"))
        try expectSnapshot(try #require(plot.mimeBundle.representations[.html]), "histogram.html")
        let two = histogram(Tensor([0, 0, 1, 1, 1, 1], shape: [2, 3]), bins: 2, labels: ["clean", "ablated"])
        #expect(two.mimeBundle.plain.contains("clean: 0 to 0.5: 2, 0.5 to 1: 1"))
        #expect(two.mimeBundle.plain.contains("ablated: 0 to 0.5: 0, 0.5 to 1: 3"))
    }

    @Test func oddValuesAreDrawn() throws {
        let all: [[Double]] = [[], [1], [.nan, .infinity], [0, 0], [1e308, -1e308], [1e-300, 2e-300]]
        for values in all {
            try checkPicture(scatterPlot(x: values, y: values, color: values, diagonal: true))
            try checkPicture(scatterPlot(x: values, y: values, logX: true, logY: true))
            try checkPicture(histogram(values))
        }
        try checkPicture(histogram(Tensor.zeros([0])))
        try checkPicture(linePlot(Tensor.zeros([2, 0]), x: []))
    }

    @Test func intervalsAreDrawnAndSaid() throws {
        let plot = barChart(Tensor([1, 2]), low: Tensor([0.5, 1.5]), high: Tensor([1.5, 3]))
        try checkPicture(plot)
        let html = try #require(plot.mimeBundle.representations[.html])
        #expect(html.contains("[0.5,1.5]") && html.contains("[1.5,3]"))
        try checkPicture(linePlot(Tensor.ones([2, 3]), low: Tensor.zeros([2, 3]), high: Tensor.full([2, 3], 2)))
        #expect(throws: PlotError.self) { try Fault.catching { barChart(Tensor([1, 2]), low: Tensor([1])) } }
        #expect(throws: PlotError.self) { try Fault.catching { linePlot([1, 2], low: [0, 0]) } }
    }

    @Test func textFromDataStaysText() throws {
        let plot = scatterPlot(
            x: [1], y: [2], names: [hostile], groups: [hostile], title: hostile, xLabel: hostile, yLabel: hostile)
        try checkPicture(plot)
        try checkEscaped(plot)
    }

    @Test func whatDoesNotFitIsAnError() {
        #expect(throws: PlotError.self) { try Fault.catching { scatterPlot(x: [1, 2], y: [1]) } }
        #expect(throws: PlotError.self) { try Fault.catching { scatterPlot(x: [1], y: [1], names: ["a", "b"]) } }
        #expect(throws: PlotError.self) { try Fault.catching { scatterPlot(x: zero, y: Tensor([1])) } }
        #expect(throws: PlotError.self) { try Fault.catching { histogram([1, 2], bins: 0) } }
        #expect(throws: PlotError.self) { try Fault.catching { linePlot(Tensor([1, 2]), x: [1]) } }
        #expect(throws: PlotError.self) {
            try Fault.catching { scatterPlot(x: Tensor.zeros([30_000]), y: Tensor.zeros([30_000])) }
        }
    }
}
