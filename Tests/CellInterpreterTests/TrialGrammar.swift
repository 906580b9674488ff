import Foundation
import TestSupport

/// Expressions that the checker tries in several ways before it keeps one: an expression of a known type within calls of
/// overloaded functions, closures, literals and optional chains.
struct TrialGrammar {
    var random: RepeatableRandomGenerator

    init(seed: UInt64) { random = RepeatableRandomGenerator(seed: seed) }

    static let types = ["Int", "Double", "String", "[Int]", "Int?"]

    /// Functions of the same name for every type; of each call one is meant.
    static var declarations: String {
        types.map { type in
            """
            func keep(_ a: \(type)) -> \(type) { a }
            func run(_ f: () -> \(type)) -> \(type) { f() }
            func with(_ n: Int, _ f: (Int) -> \(type)) -> \(type) { f(n) }
            func both(_ a: \(type), or b: \(type), _ first: Bool = true) -> \(type) { first ? a : b }
            """
        }.joined(separator: "\n") + """

            struct Box { var n = 2; var inner: [Box] = []; var half: Int? { n > 1 ? n / 2 : nil } }
            let n = 4, x = 1.5, s = "ice", list = [3, 1], some: Int? = 7, flag = true
            let box: Box? = Box(n: 6, inner: [Box()]), nobody: Box? = nil
            """
    }

    /// An expression of some type, of variables alone, that needs nobody to tell it what it is.
    mutating func expression() -> (text: String, type: String) {
        let type = pick(TrialGrammar.types)
        let texts = [
            "Int": [
                "n", "n + n * 2", "list.count", "list.reduce(0, +)", "list.map { $0 + n }.max()!", "(some ?? n)",
                "(box?.inner.first?.n ?? n)", "box!.n", "max(n, list[0])", "[n, 5].reduce(1) { $0 * $1 }",
            ],
            "Double": ["x", "x * 2 + 1", "[x, 2].reduce(0, +)", "Double(n) / 2", "(flag ? x : 1)", "[1, 2.5].max()!"],
            "String": ["s", "s + \"!\"", "\"\\(n) \\(x)\"", "[s, \"a\"].joined()", "s.uppercased()", "String(n)"],
            "[Int]": [
                "list", "list.map { $0 * 2 }", "[n, 1]", "list + [n]", "list.filter { $0 > 1 }",
                "[some, nil].compactMap { $0 }",
            ],
            "Int?": [
                "some", "box?.n", "nobody?.n", "box?.half", "list.first", "box?.inner.first?.half",
                "list.firstIndex(of: n)",
            ],
        ]
        return (pick(texts[type] ?? []), type)
    }

    /// What is wrong by itself, whatever is wanted of it.
    mutating func mistake() -> (text: String, offset: Int) {
        pick([
            ("missing", 0), ("n.missing", 2), ("missing(n)", 0), ("(n + s)", 3), ("list.map { $0 + s }.count", 14),
            ("box?.missing", 5),
            ("\"\\(missing)\".count", 3), ("[n, missing].count", 4),
        ])
    }

    /// The expression within so many others, none of which changes its value, and where in the text it stands.
    mutating func wrapped(_ inner: String, _ type: String, depth: ClosedRange<Int>) -> (text: String, place: Int) {
        var (text, place) = (inner, 0)
        for _ in 0..<Int.random(in: depth, using: &random) {
            let around = pick(wrappers(type))
            let parts = around.components(separatedBy: "#")
            place += parts[0].utf8.count
            text = parts[0] + text + parts[1]
        }
        return (text, place)
    }

    private func wrappers(_ type: String) -> [String] {
        [
            "keep(#)", "run { # }", "with(1) { _ in # }", "with(n, { k in # })", "both(#, or: \(other(type)))",
            "both(\(other(type)), or: #, false)", "(flag ? # : \(other(type)))", "[#][0]", "(#, 1).0", "({ # })()",
            "(#)",
            "[1].map { _ in # }[0]", "[\"k\": #][\"k\"]!", "[\(other(type)), #].last!",
            "{ () -> \(type) in let a = #; return a }()",
            "{ (k: Int) -> \(type) in if k > 1 { return # } else { return \(other(type)) } }(2)", "box.map { _ in # }!",
            "[0].reduce(#) { a, _ in a }", "{ (k: Int) in # }(2)", "(# as \(type))", "[[#]].flatMap { $0 }[0]",
            "zip([1], [#]).map { $1 }[0]",
        ]
    }

    /// Another value of a type.
    private func other(_ type: String) -> String {
        ["Int": "n", "Double": "x", "String": "s", "[Int]": "list", "Int?": "some"][type] ?? "n"
    }

    private mutating func pick<T>(_ all: [T]) -> T { all[Int.random(in: 0..<all.count, using: &random)] }
}
