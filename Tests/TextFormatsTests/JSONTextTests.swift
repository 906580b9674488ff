import Testing
import TextFormats

/// JSON that was written is read as it was.
struct JSONTextTests {
    @Test("Every text comes back, alone and inside a script", arguments: 0..<64)
    func texts(_ number: Int) throws {
        var generator = RandomScalars(seed: UInt64(number))
        let text = generator.text(30)
        #expect(try JSONNode(Array(JSONText.string(text).utf8)).string == text)
        let inScript = JSONText.stringInScript(text)
        #expect(try JSONNode(Array(inScript.utf8)).string == text)
        #expect(!inScript.unicodeScalars.contains { ["<", ">", "&", "\u{2028}", "\u{2029}"].contains($0) })
    }

    @Test("Numbers are what JSON calls so, and what Python writes for those that JSON lacks")
    func numbers() throws {
        for text in ["0", "-0", "12", "-3.50", "1e5", "1E+05", "2.25e-3", "NaN", "Infinity", "-Infinity"] {
            #expect(try JSONNode(Array(text.utf8)) == .number(text))
        }
        for text in ["", "-", "01", "1.", ".5", "+1", "1e", "1e+", "1.2.3", "--1", "0x10", "1_000", "٣"] {
            #expect(throws: JSONFault.self, "\(text)") { try JSONNode(Array(text.utf8)) }
        }
    }

    @Test("A tree has the values, a node their order and spelling too")
    func values() throws {
        let bytes = Array(#"{"b": [1.50, null, true], "a": {"c": "x\ty"}}"#.utf8)
        let (node, tree) = (try JSONNode(bytes), try JSONTree(bytes))
        #expect(node.object?.names == ["b", "a"])
        #expect(node["b"]?.array?.first == .number("1.50"))
        #expect(tree["b"]?.array == [.number(1.5), .null, .boolean(true)])
        #expect(tree["a"]?["c"]?.string == "x\ty")
        #expect(try JSONNode(node.bytes(indentation: "  ")) == node)
    }

    @Test("A name that occurs twice is a fault, at any depth, and so is too much depth")
    func faults() {
        #expect(throws: JSONFault.self) { try JSONTree(Array(#"{"a": [{"b": 1, "b": 2}]}"#.utf8)) }
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1000)
        #expect(throws: JSONFault.self) { try JSONTree(deep) }
    }

    @Test("More values than are believed end reading, and so does whoever goes along")
    func bounds() throws {
        let list = Array("[1, [2, {\"a\": 3}], \"x\"]".utf8)
        #expect(try JSONTree(list, most: 7).array?.count == 3)
        let fault = #expect(throws: JSONFault.self) { try JSONTree(list, most: 6) }
        #expect(fault?.problem == "it holds more than 6 values, and no more are read")
        struct Stop: Error {}
        let long = Array(("[" + String(repeating: "1,", count: 5000) + "1]").utf8)
        var calls = 0
        #expect(try JSONNode(long) { calls += 1 }.array?.count == 5001 && calls == 1)
        let stopped = #expect(throws: JSONFault.self) { try JSONNode(long) { throw Stop() } }
        #expect(stopped?.cause is Stop)
    }

    @Test("Values that nobody wants are gone over")
    func skipping() throws {
        for text in ["[1, {\"a]\": \"\\\"}\"}]", "\"a\\\"b\"", "-1.5e3", "true", "{}"] {
            var scanner = JSONScanner(Array(" \(text) , 7".utf8))
            try scanner.skipValue()
            try scanner.expect(",")
            let behind = try scanner.integer()
            #expect(behind == 7, "\(text)")
        }
        for text in ["", "]", ",", "[1", "{\"a"] {
            var scanner = JSONScanner(Array(text.utf8))
            #expect(throws: JSONFault.self, "\(text)") { try scanner.skipValue() }
        }
    }

    @Test("The first byte that is no text is found, wherever it stands")
    func badBytes() {
        #expect(UTF8Text.firstBadByte(in: Array("aé😀\n".utf8)) == nil)
        for text in ["", "a", "é", "a\n😀"] {
            let good = Array(text.utf8)
            for bad in [[0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0x80]] as [[UInt8]] {
                #expect(UTF8Text.firstBadByte(in: good + bad) == good.count, "\(text) \(bad)")
                #expect(UTF8Text.firstBadByte(in: good + bad + [0x20]) == good.count, "\(text) \(bad)")
            }
        }
    }
}

/// Texts of whatever has to be escaped somewhere, the same ones each time.
private struct RandomScalars {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 2 + 1 }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func text(_ count: Int) -> String {
        var text = String.UnicodeScalarView()
        let odd: [Unicode.Scalar] = [
            "\"", "\\", "/", "<", ">", "&", "'", "\u{7F}", "\u{2028}", "\u{2029}", "é", "😀", "\u{300}",
        ]
        for _ in 0..<next(count) {
            let low = Unicode.Scalar(UInt8(next(0x30)))
            text.append(next(3) == 0 ? low : odd[next(odd.count)])
        }
        return String(text)
    }
}
