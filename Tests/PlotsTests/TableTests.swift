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

    @Test func otherProgramsReadIt() {
        let table = table([["L9H9", "a, b"], ["L10H7", "\""]], columns: ["head", "note"])
        #expect(table.toCSV() == "head,note\nL9H9,\"a, b\"\nL10H7,\"\"\"\"\n")
        #expect(table.toJSON() == #"[{"head":"L9H9","note":"a, b"},"# + "\n" + #"{"head":"L10H7","note":"\""}]"# + "\n")
    }
}
