import TestSupport

/// Cells that nobody would write: made from a grammar, so that most parse and many run for a moment.
struct CellGrammar {
    var random: RepeatableRandomGenerator
    private let names = ["a", "b", "c", "f", "P", "x"]

    init(seed: UInt64) { random = RepeatableRandomGenerator(seed: seed) }

    mutating func cell() -> String {
        (0..<Int.random(in: 1...6, using: &random)).map { _ in statement(3) }.joined(separator: "\n")
    }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    private mutating func block(_ depth: Int) -> String {
        "{ " + (0..<Int.random(in: 0...2, using: &random)).map { _ in statement(depth - 1) }.joined(separator: "; ")
            + " }"
    }

    private mutating func statement(_ depth: Int) -> String {
        let name = pick(names)
        guard depth > 0 else { return "\(name) = \(expression(1))" }
        switch Int.random(in: 0..<16, using: &random) {
        case 0: return "let \(name) = \(expression(depth))"
        case 1: return "var \(name): \(type(2)) = \(expression(depth))"
        case 2: return "\(name) += \(expression(depth))"
        case 3: return "if \(condition(depth)) \(block(depth)) else \(block(depth))"
        case 4: return "for \(pick(["i", "(i, j)", "_", "case let i?"])) in \(expression(depth)) \(block(depth))"
        case 5: return "func f(_ a: \(type(1)), b: inout \(type(1))) throws -> \(type(1)) \(block(depth))"
        case 6: return "struct P { var a = \(expression(1)); let b: \(type(1)); func f() -> Int { a } }"
        case 7: return "enum P { case a, b(\(type(1))), c(x: Int) }"
        case 8:
            return
                "switch \(expression(depth)) { case \(expression(1)): \(statement(1)); case let x where \(condition(1)): break; default: break }"
        case 9: return "do { try \(expression(depth)) } catch \(block(depth))"
        case 10: return "guard let x = \(expression(depth)) else { fatalError(\"\") }"
        case 11: return "defer \(block(depth))"
        case 12: return "\(name)[\(expression(1))] = \(expression(depth))"
        case 13: return "(\(name), b) = (b, \(expression(1)))"
        case 14: return "extension P { var \(name): Int { \(expression(1)) } }"
        default: return expression(depth)
        }
    }

    private mutating func condition(_ depth: Int) -> String {
        pick([
            "\(expression(depth - 1)) == \(expression(1))", "let x = \(expression(1))", "case .a = a", "true", "a < b",
        ])
    }

    private mutating func expression(_ depth: Int) -> String {
        guard depth > 0 else {
            return pick(["1", "2.5", "\"t\"", "nil", "true", "a", "b", ".a", "Int.max", "[]", "$0"])
        }
        let (left, right) = (expression(depth - 1), expression(depth - 2))
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return "\(left) \(pick(["+", "-", "*", "/", "%", "&&", "??", "..<", "...", "==", "&+", "<<"])) \(right)"
        case 1: return "[\(left), \(right)]"
        case 2: return "[\(left): \(right)]"
        case 3: return "(\(left), x: \(right))"
        case 4:
            return
                "\(left).\(pick(["count", "map { $0 }", "first!", "a", "0", "reduce(0, +)", "sorted()", "prefix(2)"]))"
        case 5: return "f(\(left), b: &\(pick(names)))"
        case 6: return "{ (x: Int) in \(left) }(\(right))"
        case 7: return "\"\\(\(left))\""
        case 8: return "(\(left) as\(pick(["?", "!", ""])) \(type(1)))"
        case 9: return "\(left)[\(right)]"
        case 10: return "(\(condition(1)) ? \(left) : \(right))"
        case 11: return "P(\(pick(["", "a: ", "b: "]))\(left))"
        case 12: return "\(pick(["-", "!", "try? ", "try! "]))\(left)"
        default: return "\(left)?.a"
        }
    }

    private mutating func type(_ depth: Int) -> String {
        guard depth > 0 else { return pick(["Int", "String", "Double", "Bool", "P", "Any", "Nothing"]) }
        let inner = type(depth - 1)
        return pick([
            inner, "[\(inner)]", "[String: \(inner)]", "\(inner)?", "(\(inner), Int)", "Set<\(inner)>",
            "(\(inner)) -> Int",
        ])
    }
}
