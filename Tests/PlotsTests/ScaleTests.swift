import Plots
import Testing

@Suite struct ScaleTests {
    /// The stops that plotly wrote into the original notebook's figures.
    @Test func redBlueIsPlotlysRdBu() {
        let stops = [
            (103, 0, 31), (178, 24, 43), (214, 96, 77), (244, 165, 130), (253, 219, 199), (247, 247, 247),
            (209, 229, 240), (146, 197, 222), (67, 147, 195), (33, 102, 172), (5, 48, 97),
        ].map { Color(UInt8($0.0), UInt8($0.1), UInt8($0.2)) }
        for (index, stop) in stops.enumerated() {
            #expect(ColorScale.redBlue.color(at: Double(index) / 10) == stop)
        }
    }

    @Test func negativeIsRedPositiveIsBlueAndTheMidpointIsTheMiddle() {
        let scale = DivergingScale(midpoint: 0, range: nil, values: [-0.1, 0, 0.5] as [Float])
        #expect(scale.range == -0.5...0.5)
        #expect(scale.color(of: -0.5) == Color(103, 0, 31))
        #expect(scale.color(of: 0) == Color(247, 247, 247))
        #expect(scale.color(of: 0.5) == Color(5, 48, 97))
        #expect(scale.color(of: .infinity) == scale.color(of: 0.5))
    }

    @Test func aConstantMapAndOneWithoutNumbersHaveAScale() {
        #expect(DivergingScale(midpoint: 0, range: nil, values: [0, 0] as [Float]).range == -1...1)
        #expect(DivergingScale(midpoint: 0, range: nil, values: [.nan] as [Float]).range == -1...1)
        #expect(DivergingScale(midpoint: 0, range: 0...1, values: [0.2] as [Float]).range == 0...1)
    }

    @Test func ticksAreRoundNumbers() {
        #expect(Ticks(in: -0.48...0.48, about: 6).labels == ["-0.4", "-0.2", "0.0", "0.2", "0.4"])
        #expect(Ticks(in: 0...1200, about: 6).labels == ["0", "200", "400", "600", "800", "1000", "1200"])
        #expect(Ticks(in: 3...3, about: 6).labels == ["3"])
    }

    @Test func numbersAreShort() {
        #expect(NumberText.significant(0.25920001) == "0.2592")
        #expect(NumberText.significant(-0.0) == "0")
        #expect(NumberText.significant(.nan) == "NaN")
        #expect(NumberText.fixed(-0.0001, decimals: 1) == "0.0")
        #expect(NumberText.coordinate(-0.25) == "-0.25" && NumberText.coordinate(3) == "3")
    }

    @Test func numbersAmongOthersHaveNoDigitsThatTheLargestDoesNotHold() {
        func text(_ value: Double, _ digits: Int = 4) -> String {
            NumberText.significant(value, digits, besides: -0.30871)
        }
        #expect(
            [0.30871, 0.028549, -0.0028549, 0.00005, 0.00004, -0.00004, 0].map { text($0) }
                == ["0.3087", "0.0285", "-0.0029", "0.0001", "0", "0", "0"])
        #expect(text(0.30949, 3) == "0.309")
        #expect(text(.nan) == "NaN" && text(-.infinity) == "-inf")
        #expect(NumberText.significant(0.25, besides: 0) == "0.25")
        #expect(
            NumberText.significant(1e-300, besides: 1e308) == "0"
                && NumberText.significant(5e-324, besides: 5e-324) != "0")
    }

    @Test func tokensAreVisible() {
        #expect(TokenLabel.shown(" Mary") == "Mary")
        #expect(TokenLabel.shown("\n") == "¶")
        #expect(TokenLabel.shown("  ") == "␣")
        #expect(TokenLabel.shown(" \u{1A}a\u{202E}") == "\\x1aa\\x202e")
        #expect(TokenLabel.shown(String(repeating: "x", count: 40)).count == 16)
    }
}
