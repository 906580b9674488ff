"""Compares with swiftc what literals, texts of one letter, views and closures become when the type of the whole is told.

    python3 Tools/cells/wanted.py .build/release/swiftlens                 every view with every function, for a few types
    python3 Tools/cells/wanted.py .build/release/swiftlens --part 3 10     every tenth, from the third on

`let xs: [Double] = stride(from: 0, to: 3, by: 1).map { $0 / 2 }` is a list of Doubles, since that is wanted of it. What swiftc
accepts here a cell must accept, and print the same. Left out are known differences (`is_known`).
"""

import argparse
import itertools
import sys

import expressions

# Sequences of literals that may become numbers of any type.
OPEN = [
    "[1, 2, 3]", "[1, 2, 3][1...]", "[3, 1].reversed()", "[3, 1].sorted()", "[1, 2, 3].lazy", "[1, 2, 3].dropFirst()",
    "[1, 2, 3].prefix(2)", "[1, 2, 3].suffix(2)", "stride(from: 0, to: 3, by: 1)", "stride(from: 3, through: 0, by: -1)",
    "repeatElement(1, count: 2)", "[[1, 2], [3]].joined()", "AnySequence([1, 2])", "[1, 2, 3].lazy.filter { $0 > 1 }",
    "[1, 2].lazy.map { $0 * 2 }", "[1, nil, 3].compactMap { $0 }", "[[1, 2], [3]].flatMap { $0 }", "[1, 2, 3].filter { $0 > 1 }",
    "[1, 2, 3].drop { $0 < 2 }", "[1, 2].map { $0 + 1 }", "(true ? [1] : [2])", "[1] + [2]", "stride(from: 0, to: 3, by: 1).reversed()",
    "stride(from: 0, to: 4, by: 2).lazy.map { $0 }",
]
# Sequences whose elements are what they are.
FIXED = [
    "(0..<3)", "(1...3)", '"ab"', '"ab".utf8', '["a": 1]', '["a", "b"]', "[true, false]", "[1, 2].enumerated()", "zip([1, 2], [3, 4])",
    '"a b".split(separator: " ")', "[1, 2].indices", "(0..<2).reversed()", "(0..<2).lazy", '["k": 2].keys',
]
LISTS = [
    ".map { $0 }", ".map { $0 / 2 }", ".map { x in x * x }", ".filter { $0 > 1 }", ".compactMap { $0 > 1 ? $0 : nil }", ".flatMap { [$0, $0 / 2] }",
    ".reversed()", ".sorted()", ".sorted(by: >)", ".map { $0 * 0.5 }", ".map { x in let half = x / 2; return half }", ".sorted { $0 > $1 }",
]
ANY_LISTS = [
    ".map { _ in 1 }", ".map { _ in 1 / 2 }", ".flatMap { _ in [1, 2] }", ".compactMap { _ in 2 }", ".map { _ in true ? 1 : 2.5 }",
    ".map { _ in if true { 1 } else { 2 } }", ".map { _ in switch 1 { case 1: 3; default: 4 } }", ".map { _ in let k = 2; return 1 }",
    ".map { _ in [1, 2].reduce(0, +) }", ".lazy.map { _ in 1 }", ".map { _ in (1, 2).0 }", ".map { _ in max(1, 2) }", ".map { _ in Optional(3) ?? 4 }",
]
NUMBERS = [".reduce(0, +)", ".reduce(1) { $0 * $1 }", ".reduce(into: 0) { $0 += $1 }", ".max()!", ".max() ?? 0", ".min { $0 < $1 }!", ".first { $0 > 0 }!"]
ANY_NUMBERS = [".reduce(0) { a, _ in a + 1 }", ".reduce(1) { a, _ in a / 2 }", ".reduce(into: 1) { a, _ in a /= 2 }", ".map { _ in 1 }.reduce(0, +)", ".map { _ in 1 }[0]"]

# Sequences of texts of one letter, which may become Characters, and what is done with them.
LETTERS = [
    '["a", "b"]', '["a", "b"].lazy', '["b", "a"].sorted()', '["a"] + ["b"]', '["a", nil].compactMap { $0 }', '[["a"], ["b"]].joined()',
    'repeatElement("a", count: 2)', '(true ? ["a"] : ["b"])', '["a", "b"].reversed()', '["a", "b"].dropFirst()', '["a", "b"].filter { $0 != "b" }',
    'zip(["a"], ["b"]).map { $0.0 }', '(0..<2).map { _ in "a" }', '["k": "a"].values', 'Array(repeating: "a", count: 2)', '["ab", "c"]',
    '"ab".map { $0 == "b" ? "x" : $0 }', '"ab".map { _ in "y" }',
]
LETTER_LISTS = [
    "", ".map { $0 }", '.filter { $0 > "a" }', ".sorted()", ".sorted(by: >)", ".reversed()", '.compactMap { $0 == "a" ? $0 : nil }', '.map { _ in "c" }',
    '.map { $0 == "a" ? "x" : $0 }', '.flatMap { [$0, "z"] }', '.sorted { $0 < $1 }', '.map { ($0, 1).0 }', '.map { ["a": $0]["a"]! }',
]
LETTER_VALUES = [".first!", ".max()!", '.min() ?? "a"', '.first { $0 == "a" } ?? "q"', '.reduce("a") { $1 }', '.reduce("a") { $0 + "" }', '.contains("a")']


def is_known(text):
    """A lazy view's closure of several statements, which swiftc refuses for Floats though not for Doubles; a choice of two literals
    within a closure for a list of anything: of both swiftc makes Doubles, a cell keeps the one that is chosen; and a list of letters
    before a text, which swiftc adds to it as Characters (`["a"] + ["b"].first!` is "ab")."""
    return (text.startswith("let x: [Float]") and ".lazy" in text and "let half" in text
            or text.startswith("let x: [Any]") and "true ? 1 : 2.5" in text
            or text.startswith(('let x: Any = ["a"] + ["b"].', 'let x: Substring = ["a"] + ["b"].')))


def statements():
    yield from numbers_wanted()
    lists = [a + b for a, b in itertools.product(LETTERS, LETTER_LISTS)]
    for kind in ["[Character]", "[Substring]", "[Character]?", "[Any]"]:
        yield from (f"let x: {kind} = {text}; print(x as Any)" for text in lists)
    yield from (f"let x: Set<Character> = Set({text}); print(x.sorted())" for text in lists)
    yield from (f"func f() -> [Character] {{ {text} }}; print(f())" for text in lists)
    yield from (f'print("hello".filter {{ ({text}).contains($0) }})' for text in lists)
    values = [a + b for a, b in itertools.product(LETTERS, LETTER_VALUES)]
    for kind in ["Character", "Character?", "Substring", "Any"]:
        yield from (f"let x: {kind} = {text}; print(x as Any)" for text in values)


def numbers_wanted():
    lists = [a + b for a, b in itertools.chain(itertools.product(OPEN, LISTS), itertools.product(OPEN[:12] + FIXED, ANY_LISTS))]
    numbers = [a + b for a, b in itertools.chain(itertools.product(OPEN, NUMBERS), itertools.product(OPEN[:12] + FIXED, ANY_NUMBERS))]
    for kind in ["[Double]", "[Float]", "[Double]?", "[Double?]", "[Any]"]:
        yield from (f"let x: {kind} = {text}; print(x as Any)" for text in lists)
    yield from (f"let x: Set<Double> = Set({text}); print(x.sorted())" for text in lists)
    yield from (f"func f() -> [Double] {{ {text} }}; print(f())" for text in lists)
    yield from (f"print({text})" for text in lists)
    for kind in ["Double", "Float", "Double?", "Any"]:
        yield from (f"let x: {kind} = {text}; print(x as Any)" for text in numbers)
    yield from (f"print({text} + 0.5)" for text in numbers)
    yield from (f"let x = [{text}, 0.5]; print(x)" for text in numbers)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("executable")
    options.add_argument("--part", type=int, nargs=2, default=[0, 1], metavar=("FIRST", "STEP"))
    options = options.parse_args()
    first, step = options.part
    texts = [text for text in list(statements())[first::step] if not is_known(text)]
    problems, refused, summary = expressions.results(options.executable, texts)
    # What numbers and letters are wanted as is known everywhere here, so that nothing may be refused.
    problems += refused
    print("\n".join([*problems, summary]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
