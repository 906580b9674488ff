import TextFormats
import Notebooks
import TestSupport

/// Makes notebooks up, of everything that a notebook may hold.
struct RandomNotebook {
    var random: RepeatableRandomGenerator

    init(seed: UInt64) { random = RepeatableRandomGenerator(seed: seed) }

    mutating func bytes() -> [UInt8] {
        var root = JSONObject()
        var members: [(String, JSONNode)] = [
            ("nbformat", .init(4)), ("nbformat_minor", .init(Int.random(in: 0...6, using: &random))),
            ("metadata", object(depth: 2)),
            ("cells", .array((0..<Int.random(in: 0...5, using: &random)).map { _ in cell() })),
        ]
        if Bool.random(using: &random) { members.append((text(), value(depth: 3))) }
        for (name, value) in members.shuffled(using: &random) where root[name] == nil { root[name] = value }
        let indentation = [" ", "  ", "    ", "\t"].randomElement(using: &random) ?? " "
        return JSONNode.object(root).bytes(indentation: indentation) + (Bool.random(using: &random) ? [0x0A] : [])
    }

    private mutating func cell() -> JSONNode {
        let kind = ["code", "markdown", "raw"].randomElement(using: &random) ?? "code"
        var cell = JSONObject(["cell_type": .string(kind), "source": lines(), "metadata": object(depth: 2)])
        if Bool.random(using: &random) { cell["id"] = .string(text()) }
        if kind == "code" {
            cell["outputs"] = .array((0..<Int.random(in: 0...3, using: &random)).map { _ in output() })
            cell["execution_count"] = Bool.random(using: &random) ? .null : .init(7)
        }
        return .object(cell)
    }

    private mutating func output() -> JSONNode {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .object(["output_type": "stream", "name": "stdout", "text": lines()])
        case 1:
            .object([
                "output_type": "display_data", "metadata": object(depth: 1),
                "data": .object(["text/plain": lines(), "application/json": value(depth: 2)]),
            ])
        case 2: .object(["output_type": "error", "ename": "E", "evalue": .string(text()), "traceback": .array([])])
        default: .object(["output_type": .string("later " + text()), "x": value(depth: 2)])
        }
    }

    private mutating func lines() -> JSONNode {
        if Bool.random(using: &random) { return .string(text()) }
        return .array((0..<Int.random(in: 0...3, using: &random)).map { _ in .string(text()) })
    }

    private mutating func object(depth: Int) -> JSONNode {
        var members = JSONObject()
        for _ in 0..<Int.random(in: 0...3, using: &random) { members[text()] = value(depth: depth - 1) }
        return .object(members)
    }

    private mutating func value(depth: Int) -> JSONNode {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: .null
        case 1: .boolean(Bool.random(using: &random))
        case 2:
            .number(["1e-05", "-0.0", "12", "4.50", "NaN", "-Infinity", "1E+300"].randomElement(using: &random) ?? "0")
        case 3, 4: .string(text())
        case 5: .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth - 1) })
        default: object(depth: depth)
        }
    }

    private mutating func text() -> String {
        let parts = ["a", "é", "😀", "\n", "\t", "\"", "\\", "\u{1}", "\u{2028}", "{", "1", " ", "\r", "/"]
        return (0..<Int.random(in: 0...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
            .joined()
    }
}
