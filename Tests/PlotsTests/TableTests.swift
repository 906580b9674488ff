import Display
import Plots
import Testing

@Suite struct TableTests {
    @Test func columnsAreAlignedAndNumbersStandRight() {
        let shown = table([["L9H9", "0.26"], ["L10H7", "-0.48"]], columns: ["head", "effect"], title: "Heads")
            .mimeBundle
        #expect(
            shown.plain == """
                Heads
                head   effect
                -----  ------
                L9H9     0.26
                L10H7   -0.48
                """)
        #expect(shown.representations[.html]?.contains("<td style=\"text-align:right\">-0.48</td>") == true)
    }

    @Test func textFromDataStaysText() throws {
        let html = try #require(
            table([[hostile]], columns: [hostile], title: hostile).mimeBundle.representations[.html])
        #expect(!html.contains("<script") && !html.contains("<img"))
    }

    @Test func raggedAndEmptyTablesAreShown() {
        #expect(table([["a"], ["b", "c", "d"]], columns: ["x"]).mimeBundle.plain.contains("b  c  d"))
        #expect(!table([], columns: ["x"]).mimeBundle.plain.isEmpty)
        #expect(table([], columns: []).mimeBundle.representations[.html] != nil)
    }

    @Test func aLongTableIsShownByItsFirstAndLastRows() throws {
        let rows = (0..<200_000).map { ["row \($0)", "\($0)"] }
        let shown = table(rows, columns: ["name", "number"]).mimeBundle
        let html = try #require(shown.representations[.html])
        for text in [html, shown.plain] {
            #expect(text.utf8.count < 200_000)
            #expect(text.contains("row 0") && text.contains("row 979") && !text.contains("row 980"))
            #expect(!text.contains("row 199979") && text.contains("row 199980") && text.contains("row 199999"))
            #expect(text.contains("200000 rows × 2 columns, of which 1000 × 2 are shown; toCSV() has all of them"))
        }
        #expect(html.contains("<td style=\"text-align:right\">199999</td>"))
    }

    @Test func aTableOfLongTextsOrManyColumnsStaysSmall() throws {
        let text = String(repeating: "x", count: 1_000_000)
        let wide = (0..<2000).map { "column \($0)" }
        for table in [
            table([[text, text]], columns: ["a", text], title: text),
            table(Array(repeating: wide, count: 500), columns: wide),
            table(Array(repeating: [String(repeating: "y", count: 900)], count: 900), columns: ["a"]),
        ] {
            let bundle = table.mimeBundle
            #expect(bundle.plain.utf8.count < 500_000)
            #expect(try #require(bundle.representations[.html]).utf8.count < 1_000_000)
        }
        let many = table([wide], columns: wide).mimeBundle.plain
        #expect(many.contains("column 79  …  ") && many.contains("column 1999") && many.contains("1 × 99 are shown"))
    }

    @Test func mathematicsIsNotReadIntoIt() throws {
        let html = try #require(table([["$a$ and $b$"]], columns: ["x"]).mimeBundle.representations[.html])
        #expect(
            html.contains("$a$ and $b$") && html.hasPrefix("<table class=\"dataframe tex2jax_ignore mathjax_ignore\""))
    }

    @Test func otherProgramsReadIt() {
        let table = table([["L9H9", "a, b"], ["L10H7", "\""]], columns: ["head", "note"])
        #expect(table.toCSV() == "head,note\nL9H9,\"a, b\"\nL10H7,\"\"\"\"\n")
        #expect(table.toJSON() == #"[{"head":"L9H9","note":"a, b"},"# + "\n" + #"{"head":"L10H7","note":"\""}]"# + "\n")
    }
}
