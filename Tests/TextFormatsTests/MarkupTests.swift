import Testing
import TextFormats

/// Text from data stays text, in tables of HTML and in comma-separated files.
struct MarkupTests {
    @Test("What HTML takes for markup is escaped; what XML forbids is marked")
    func escaping() {
        #expect(HTMLText.escaped(#"<b a="1" c='2'>&"#) == "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;")
        #expect(HTMLText.escaped("a\u{0}b\u{FFFE}c\nd") == "a\u{FFFD}b\u{FFFD}c\nd")
        #expect(HTMLText.escaped("a\tb\r\nc\u{2028}d", onOneLine: true) == "a b  c d")
    }

    @Test("Cells of an HTML table say which way they are aligned, where they do")
    func tables() {
        let row = HTMLTable.row([HTMLTable.cell("L0", .head), HTMLTable.cell("0.5", alignment: "right")])
        #expect(row == #"<tr><th>L0</th><td style="text-align:right">0.5</td></tr>"#)
    }

    @Test("A cell that holds a comma, a quote or a line end stands between quotes")
    func commas() {
        #expect(CSVText.line(["a", "b,c", "d\"e", "f\ng", ""]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\n")
    }
}
