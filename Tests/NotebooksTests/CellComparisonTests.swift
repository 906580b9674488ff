import Display
import TextFormats
import Notebooks
import Plots
import TensorCore
import Testing

/// What counts as the same, and what is told.
struct CellComparisonTests {
    private func differences(
        _ stored: [NotebookOutput], _ fresh: [NotebookOutput], _ tolerance: Tolerance = Tolerance(), source: String = ""
    ) throws -> [String] {
        try CellComparison(tolerance, source: source).differences(stored, fresh).map(\.description)
    }

    private func printed(_ text: String) -> [NotebookOutput] { [.stream("stdout", text)] }

    private func shown(_ bundle: MIMEBundle) -> NotebookOutput {
        var data = JSONObject()
        for (type, text) in bundle.representations { data[type.rawValue] = .string(text) }
        return .shown(data: data, metadata: JSONObject(), resultOf: 1)
    }

    @Test(
        "The same, however it is printed",
        arguments: [
            ("loss 0.51234567", "loss 0.51234891"), ("-17.67\n", "-17.67"), ("a  b   1.50", "a b 1.5"),
            ("0.00000 done", "0.00001 done"), ("1e-07", "-3e-08"), ("nan inf", "nan inf"), ("x 1.0e5", "x 100000.5"),
            ("\u{1B}[31mred\u{1B}[0m", "red"), ("10%\r55%\r100%\n", "100%"),
            ("name\n----\n 9.9999", "name\n-----\n10.0"),
            ("L4H11 v1.2.3", "L4H11 v1.2.3"),
        ]) func isTheSame(stored: String, fresh: String) throws
    {
        #expect(try differences(printed(stored), printed(fresh)) == [])
    }

    @Test(
        "Each difference is told with its place, both values and its size",
        arguments: [
            ("Diff -17.67", "Diff -17.57", "printed text, number 1: -17.67 then, -17.57 now (off by 0.1, 0.566 %)"),
            (
                "a 1.5\nb 2.5 3.5", "a 1.5\nb 2.5 3.6",
                "printed text, line 2, number 2: 3.5 then, 3.6 now (off by 0.1, 2.78 %)"
            ),
            ("12 heads", "13 heads", "printed text, number 1: 12 then, 13 now (off by 1, 7.69 %)"),
            ("100000 tokens", "100001 tokens", "printed text, number 1: 100000 then, 100001 now (off by 1, 0.001 %)"),
            ("best L4H11", "best L4H10", "printed text: \"best L4H11\" then, \"best L4H10\" now"),
            ("0.5", "nan", "printed text: \"0.5\" then, \"nan\" now"),
            ("v1.2.3", "v1.2.4", "\"v1.2.3\" then, \"v1.2.4\" now"),
            ("a", "a\nb", "printed text: 1 line then, 2 lines now"),
        ]) func isTold(stored: String, fresh: String, expected: String) throws
    {
        let found = try differences(printed(stored), printed(fresh))
        #expect(found.count == 1 && found[0].hasSuffix(expected), "\(found)")
    }

    @Test func toleranceIsForNumbersThatAreNoCounts() throws {
        let (old, new) = (printed("0.50 of 10"), printed("0.55 of 11"))
        #expect(try differences(old, new, Tolerance(relative: 0.2)).count == 1)
        #expect(try differences(old, new, Tolerance().with(tags: ["a", "tolerance=0.2"])) == [])
        #expect(throws: NotebookError("the tag \"tolerance=much\" gives no number; write it as in tolerance=1e-3")) {
            try Tolerance().with(tags: ["tolerance=much"])
        }
    }

    @Test func streamsAreComparedByThemselvesWhateverPiecesTheyComeIn() throws {
        let old: [NotebookOutput] = [.stream("stdout", "a\nb"), .stream("stderr", "w\n"), .stream("stdout", "\nc")]
        let new: [NotebookOutput] = [.stream("stderr", "w\n"), .stream("stdout", "a\nb\nc\n")]
        #expect(try differences(old, new) == [])
        #expect(try differences(old, [.stream("stdout", "a\nb\nc")]) == ["standard error: 1 line then, 0 lines now"])
    }

    @Test func progressAndTimesAreLeftOut() throws {
        let bar = MIMEBundle(plain: "3/4 stopped").with(.html, "<div class=\"swiftlens-progress x\"></div>")
        #expect(try differences([shown(bar)], []) == [])
        #expect(
            try differences(printed("Wall time: 1.2 s\n5.0"), printed("Wall time: 3.0 ms\n5.0"), source: "%time f()")
                == [])
        #expect(try differences(printed("Wall time: 1.2 s"), printed("Wall time: 3.0 s")).count == 1)
    }

    @Test func errorsAreComparedByNameAndMessage() throws {
        let old = NotebookOutput.error("RuntimeError", "no such head", traceback: ["cell 3:1:1"])
        #expect(try differences([old], [.error("RuntimeError", "no such head", traceback: ["cell 4:1:1"])]) == [])
        #expect(try differences([old], []) == ["error: RuntimeError: no such head then, none now"])
    }

    @Test func tablesAreComparedByCells() throws {
        func scores(_ value: String) -> NotebookOutput {
            shown(table([["L1H2", value], ["L2H2", "7"]], columns: ["head", "score"], title: "Heads").mimeBundle)
        }
        #expect(try differences([scores("0.123456")], [scores("0.123458")]) == [])
        #expect(
            try differences([scores("0.123456")], [scores("0.133456")])
                == ["output, table, row 2, column 2: 0.123456 then, 0.133456 now (off by 0.01, 7.49 %)"])
    }

    @Test func picturesAreComparedByTheirData() throws {
        let values = Tensor([[0.12344, -0.5], [0.25, 1.5]] as [[Float]])
        func picture(_ change: Float, title: String = "Scores") -> NotebookOutput {
            var values = values
            values[0, 0] = Tensor(Double(0.12344 + change))
            return shown(heatMap(values, title: title).mimeBundle)
        }
        // Beside 1.5, 0.1234 and 0.1236 are shown as 0.123 and 0.124: the last digit may differ by one.
        #expect(try differences([picture(0)], [picture(2e-4)]) == [])
        #expect(
            try differences([picture(0)], [picture(0.01)])
                == ["output, data.p[0].v[0]: 0.123 then, 0.133 now (off by 0.01, 7.52 %)"])
        #expect(try differences([picture(0)], [picture(0, title: "Sores")]).count == 1)
    }

    @Test func picturesWithTooManyNumbersAreComparedByTheirColours() throws {
        let ramp = Tensor.arange(10_100).reshaped([101, 100]) / 10_100
        var changed = ramp
        changed[3, 5] = Tensor(0.9)
        func picture(_ values: Tensor) -> NotebookOutput { shown(heatMap(values, title: "Ramp").mimeBundle) }
        #expect(try differences([picture(ramp)], [picture(ramp * 1.00001)]) == [])
        let found = try differences([picture(ramp)], [picture(changed)])
        #expect(
            found.count == 1 && found[0].contains("image 1, cell 306") && found[0].contains("1 of 10100 cells"),
            "\(found)")
    }

    @Test func aDigitOfAPicturesTextIsFound() throws {
        let bundle = heatMap(Tensor([[0.30871, 0.1081]] as [[Float]]), title: "t").mimeBundle
        let html = bundle.representations[.html] ?? ""
        func changed(_ text: String) -> NotebookOutput {
            shown(MIMEBundle(plain: bundle.plain.replacing("0.309", with: text)).with(.html, html))
        }
        #expect(bundle.plain.contains("0.309"))
        #expect(try differences([changed("0.309")], [shown(bundle)]) == [])
        #expect(try differences([changed("0.308")], [shown(bundle)]).count >= 1)
    }

    @Test func picturesOfOthersAreComparedByPixelsOrByTheirOwnData() throws {
        func other(_ type: String, _ value: JSONNode) -> NotebookOutput {
            .shown(data: [type: value, "text/plain": "Figure"], metadata: JSONObject(), resultOf: nil)
        }
        let plotly = "application/vnd.plotly.v1+json"
        let (a, b): (JSONNode, JSONNode) = (
            .object(["y": .array([.number("1.00001")])]), .object(["y": .array([.number("1.2")])])
        )
        #expect(try differences([other(plotly, a)], [other(plotly, .object(["y": .array([.init(1)])]))]) == [])
        #expect(
            try differences([other(plotly, a)], [other(plotly, b)])
                == ["output, application/vnd.plotly.v1+json.y[0]: 1.00001 then, 1.2 now (off by 0.2, 16.7 %)"])
        func png(_ level: Float) -> JSONNode {
            .string(heatMap(Tensor([[level, 1]] as [[Float]])).mimeBundle.representations[.png] ?? "")
        }
        #expect(try differences([other("image/png", png(0.5))], [other("image/png", png(0.5001))]) == [])
        let found = try differences([other("image/png", png(0.5))], [other("image/png", png(-0.9))])
        #expect(found.count == 1 && found[0].contains("of 255"), "\(found)")
        #expect(
            try differences([other("image/png", "no picture")], [other("image/png", png(1))])[0].contains(
                "is no PNG file"))
    }
}
