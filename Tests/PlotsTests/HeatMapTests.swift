import Display
import Foundation
import Plots
import SessionSafety
import TensorCore
import Testing

@Suite struct HeatMapTests {
    private let scores = Tensor([0.25, -0.5, 0, 0.125, .nan, 1], shape: [2, 3])

    @Test func aLayerByHeadMapIsAsItWas() throws {
        let map = heatMap(scores, title: "Scores", xLabel: "Head", yLabel: "Layer")
        try checkPicture(map)
        try expectSnapshot(map.mimeBundle.plain, "heatmap.txt")
        try expectSnapshot(try #require(map.mimeBundle.representations[.html]), "heatmap.html")
        try expectSnapshot(try #require(map.mimeBundle.representations[.png]), "heatmap.png.base64")
    }

    @Test func theTextNamesTheStrongestHeads() {
        let text = heatMap(scores, title: "Scores", xLabel: "Head", yLabel: "Layer").mimeBundle.plain
        #expect(text.contains("L1H2 1, L0H1 -0.5, L0H0 0.25"))
        #expect(text.contains("2 × 3"))
        #expect(text.contains("not finite: 1 cell\n"))
    }

    /// The map of heads by positions that activation patching draws: tall, narrow, with a name for each column.
    @Test func aTallMapGivesItsColumnsNamesRoom() throws {
        let names = (0..<15).map { "token \($0)" }
        let byPosition = heatMap(Tensor.zeros([144, 15]), xTicks: names).mimeBundle
        let still = try stillPicture(byPosition)
        for name in names { #expect(still.contains(">\(name)<"), "\(name)") }
        let width = try #require(still.firstMatch(of: /width='([0-9]+)'/).flatMap { Int($0.1) })
        #expect((400...700).contains(width))
        let five = heatMaps((0..<5).map { ("map \($0)", Tensor.zeros([144, 15])) }, xTicks: names).mimeBundle
        #expect(try stillPicture(five).components(separatedBy: ">token 14<").count == 6)
    }

    @Test func aFlatMapGivesItsRowsNamesRoom() throws {
        let still = try stillPicture(heatMap(Tensor.zeros([15, 144]), yTicks: (0..<15).map { "row \($0)" }).mimeBundle)
        for row in 0..<15 { #expect(still.contains(">row \(row)<")) }
    }

    @Test func oddMapsAreDrawn() throws {
        let maps = [
            Tensor([3], shape: [1, 1]), Tensor.zeros([4, 4]), Tensor.full([2, 2], 7),
            Tensor([] as [Float], shape: [0, 3]),
            Tensor([.nan, .nan], shape: [1, 2]), Tensor.ones([1, 300]), Tensor.ones([300, 1]),
            Tensor([.infinity, -.infinity, 3e38, -3e38], shape: [2, 2]),
        ]
        for map in maps { try checkPicture(heatMap(map, showValues: true)) }
    }

    @Test func aLargeMapStaysSmall() throws {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<1_000_000).map { _ in Float.random(in: -1...1, using: &generator) }
        let bundle = heatMap(Tensor(noise, shape: [1000, 1000])).mimeBundle
        #expect(try #require(bundle.representations[.html]).utf8.count < 500_000)
        #expect(try #require(bundle.representations[.png]).utf8.count < 500_000)
    }

    @Test func severalMapsShareOneScale() throws {
        let maps = heatMaps([("small", Tensor([0.5], shape: [1, 1])), ("large", Tensor([2], shape: [1, 1]))])
        try checkPicture(maps)
        #expect(maps.mimeBundle.plain.contains("small"))
        // On scales of their own both would have the strongest colour, as two equal maps have.
        let equals = heatMaps([("small", Tensor([2], shape: [1, 1])), ("large", Tensor([2], shape: [1, 1]))])
        #expect(maps.mimeBundle.representations[.png] != equals.mimeBundle.representations[.png])
    }

    @Test func textFromDataStaysText() throws {
        let map = heatMap(
            Tensor([1, 2], shape: [1, 2]), title: hostile, xLabel: hostile, yLabel: hostile, xTicks: [hostile, "b"],
            yTicks: [hostile])
        try checkPicture(map)
        try checkEscaped(map)
    }

    @Test func wrongShapesAreErrorsThatNameThem() {
        #expect(throws: PlotError.badRank(picture: "heatMap", shape: [2, 2, 2], expected: "[row, column]")) {
            try Fault.catching { heatMap(Tensor.zeros([2, 2, 2])) }
        }
        #expect(throws: PlotError.self) { try Fault.catching { heatMap(Tensor.zeros([2])) } }
        let error = #expect(throws: PlotError.self) {
            try Fault.catching { heatMap(Tensor.zeros([2, 3]), xTicks: ["a"]) }
        }
        #expect(error?.description == "heatMap: 1 xTicks for 3 in a tensor of shape [2, 3]")
    }
}
