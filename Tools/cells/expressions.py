"""Compares small expressions over the standard library in cells with what swiftc makes of them.

    python3 Tools/cells/expressions.py .build/release/swiftlens                  300 expressions
    python3 Tools/cells/expressions.py .build/release/swiftlens --count 2000 --seed 7

What a cell accepts must compile and print the same; where a cell fails, the compiled program must end. What a cell
refuses although it compiles is counted, and listed with --refused: the language is a subset.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ENDLESS = "goes on and on"
SWIFTC = ["swiftc", "-swift-version", "5", "-suppress-warnings", "-Onone"]

VALUES = [
    "[3, 1, 2]", "[1.5, 2.5]", '["b", "a", "c"]', "[[1, 2], [3]]", "[Int]()", "[1, nil, 3]", '"hello world"', '"naïve"',
    '""', '"a-b-c"', "(0..<5)", "(1...4)", "(2...)", '["k": 1]', '["k": [1, 2]]', "Set([7])", "[1, 2, 3][1...]",
    '"hello".prefix(3)', "zip([1, 2], [3, 4])", "[5, 6].enumerated()", "[5, 6, 7].reversed()", '"abc".reversed()',
    "stride(from: 0, to: 10, by: 3)", "stride(from: 1.0, through: 2.0, by: 0.5)", "[1, 2, 3].lazy",
    "(1...).lazy.map { $0 * 2 }", "[4, 5].lazy.filter { $0 > 4 }", "repeatElement(7, count: 3)", "[[1], [2, 3]].joined()",
    '["x": 2].keys', '["x": 2].values', '"héy".utf8', '"héy".unicodeScalars', "5", "-7", "2.5", '"x"', "true",
    'Character("q")', "UInt8(200)", "Optional(3)", "(nil as Int?)", "(1, \"a\")", "(a: 1, b: 2.5)", "AnySequence([1, 2])",
    "(0..<3).dropFirst()", '"a b c".split(separator: " ")', "[1, 2, 3, 4].dropLast()", 'Character("5").asciiValue!',
    "(-3).magnitude", "[(1, 2), (3, 4)]", '"b"..<"d"', "(1.0...2.0)", "...3", "[\"one\": \"1\"]",
]
MEMBERS = [
    "count", "isEmpty", "first", "last", "sorted()", "reversed()", "max()", "min()", "enumerated()", "lazy", "shuffled().count",
    "dropFirst()", "dropLast()", "dropFirst(2)", "prefix(2)", "suffix(2)", "map { $0 }", "map { [$0] }", 'map { "<\\($0)>" }',
    "filter { _ in true }", "compactMap { $0 }", "flatMap { [$0] }", "reduce(0, +)", 'reduce("") { $0 + "\\($1)" }',
    "contains(1)", 'contains("a")', "contains { _ in true }", "allSatisfy { _ in false }", "first { _ in true }",
    "firstIndex(of: 2)", "indices", "startIndex", "endIndex", "joined()", 'joined(separator: ", ")', "split(separator: 2)",
    'split(separator: "l")', "prefix { _ in true }", "prefix(while: { _ in true })", "drop(while: { _ in false })",
    "description", "debugDescription", "starts(with: [1])", "elementsEqual([1, 2])", "[0]", "[1]", "[1...]", "uppercased()",
    "keys", "values", "keys.sorted()", "values.max()", "mapValues { $0 }", "utf8", "utf8.count", "utf16", "unicodeScalars",
    "lowerBound", "upperBound", "magnitude", "squareRoot()", "rounded()", "isMultiple(of: 2)", "signum()", "isLetter",
    "asciiValue", "wholeNumberValue", "hasPrefix(\"h\")", "replacing(\"l\", with: \"L\")", "count(where: { _ in true })",
    "0", "a", "union([1])", "isSubset(of: [7, 8])", "intersection([7])", "symmetricDifference([7])", "subtracting([7])",
    "map(String.init)", "last { _ in true }", "max { $0 < $1 }", "contains(where: { _ in true })", "underestimatedCount",
    "distance(to: 3)", "advanced(by: 2)", "hashValue == 0", "nonzeroBitCount", "isZero", "exponent", "ulp", "value",
    "flatMap { $0 }", "sorted(by: >)", "sorted { $0 > $1 }", "randomElement() == nil", "min { $0 < $1 }", "overlaps(3..<9)",
]
AROUND = [
    "{}", "{}", "{}", "{}", "Array({})", "Set({}).count", "String({})", "[{}]", "Optional({})", "({}, 1)", '"<\\({})>"',
    "type(of: {})", "String(describing: {})", "String(reflecting: {})", "Double({})", "Int({})", "AnySequence({})",
    "zip({}, [1, 2])", "zip([1, 2], {})", "{} == [1, 2]", "{} == {}", "{} + {}", "{} + [1]", '{} + "x"', "{} < {}", "{} + 1",
    "[{}, {}]", "max({}, {})", "Array({}.reversed())", "Dictionary(uniqueKeysWithValues: {}).count", "{}!", "{} ?? 1",
    "abs({})", "-{}", "{}.map { $0 } == [1]", "Array({}).count", "Array({}.prefix(2))", "{}.self", "[{}: 1]", "{} as Any",
]
PRINTS = ["print({})", "print({})", "print({})", "debugPrint({})", "let x = {}; print(x)", "var x = {}; x = {}; print(x)",
          "let x: Int = {}; print(x)", "let x: [Int] = {}; print(x)", "let x: String = {}; print(x)", "for x in {} {{ print(x) }}"]


def expression(choose):
    text = choose.choice(VALUES)
    for _ in range(choose.choice([0, 1, 1, 1, 2])):
        member = choose.choice(MEMBERS)
        text += member if member.startswith("[") else "." + member
    if choose.random() < 0.5:
        text = choose.choice(AROUND).replace("{}", text)
    return text


def statement(choose):
    """One line; an endless sequence is not gone through as a whole."""
    while True:
        text = choose.choice(PRINTS).replace("{{", "\0").replace("}}", "\1").replace("{}", expression(choose))
        text = text.replace("\0", "{").replace("\1", "}")
        endless = "..." in text and re.search(r"\(\d+\.\.\.\)", text)
        if not endless or ".prefix(2)" in text or ".first" in text:
            return text


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("executable")
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--refused", action="store_true", help="list what only cells refuse")
    options = options.parse_args()
    choose = random.Random(options.seed)
    statements = [statement(choose) for _ in range(options.count)]
    problems, refused, summary = results(options.executable, statements)
    for problem in problems:
        print(problem)
    if options.refused:
        print("\n".join(refused))
    print(summary)
    return 1 if problems else 0


def results(executable, statements):
    """What cells do otherwise than compiled programs, what they refuse although it compiles, and both counted in a line."""
    with tempfile.TemporaryDirectory() as folder:
        compiled = compile_all(statements, Path(folder))
        with ThreadPoolExecutor(2) as pool:
            cells = list(pool.map(lambda item: run_cell(executable, item, Path(folder)), enumerate(statements)))
    problems, refused = compare(statements, compiled, cells)
    summary = (f"{len(statements)} statements, {sum(c is not None for c in compiled)} compile: {len(problems)} differences; "
               f"{len(refused)} that compile are refused in cells")
    return problems, [f"{text}\n    swiftc accepts it; the cell: {why}" for text, why in refused], summary


def compile_all(statements, folder):
    """For each statement what it prints, or None when swiftc refuses it; a program that ends badly prints False."""
    bad = errors(list(enumerate(statements)), folder)
    good = [(i, text) for i, text in enumerate(statements) if i not in bad]
    # Some mistakes are found only when there are no others.
    later = errors(good, folder, "-emit-sil", "-o", folder / "checked.sil")
    good = [(i, text) for i, text in good if i not in later]
    results = [None] * len(statements)
    for start in range(0, len(good), 400):
        part = good[start:start + 400]
        source = folder / "run.swift"
        calls = "\n".join(f"case {i}: f{i}()" for i, _ in part)
        source.write_text(functions(part) + "setvbuf(stdout, nil, _IONBF, 0)\n"
                          f"switch Int(CommandLine.arguments[1])! {{\n{calls}\ndefault: break\n}}\n")
        subprocess.run([*SWIFTC, source, "-o", folder / "run"], check=True, capture_output=True)
        with ThreadPoolExecutor(2) as pool:
            for (i, _), text in zip(part, pool.map(lambda item: run(folder / "run", item[0]), part)):
                results[i] = text
    return results


def functions(statements):
    return "import Foundation\n" + "".join(f"func f{i}() {{ {text} }}\n" for i, text in statements)


def errors(statements, folder, *mode):
    """The numbers of the statements that swiftc refuses."""
    if not statements:
        return set()
    source = folder / "check.swift"
    source.write_text(functions(statements))
    done = subprocess.run(
        [*SWIFTC, "-parse-as-library", "-continue-building-after-errors", *(mode or ["-typecheck"]), source],
        capture_output=True, text=True)
    lines = {int(line) for line in re.findall(r"(?m)^\S+check\.swift:(\d+):\d+: error:", done.stderr)}
    if done.returncode and not lines:
        raise SystemExit(done.stderr[:3000])
    return {statements[line - 2][0] for line in lines}


def run(executable, index):
    """What the compiled program prints, False when it ends badly, ENDLESS when it goes on and on."""
    try:
        done = subprocess.run(
            [executable, str(index)], capture_output=True, text=True, env={"SWIFT_BACKTRACE": "enable=no"}, timeout=10)
    except subprocess.TimeoutExpired:
        return ENDLESS
    return done.stdout if done.returncode == 0 else False


def run_cell(executable, item, folder):
    """What the cell prints; False when it fails while it runs; ("refused", message) when it is no cell."""
    index, text = item
    path = folder / f"cell{index}.swift"
    path.write_text(text + "\n")
    try:
        done = subprocess.run([executable, "run", path], capture_output=True, text=True, timeout=20)
    except subprocess.TimeoutExpired:
        return ENDLESS
    message = done.stdout + done.stderr
    if done.returncode == 0:
        return done.stdout
    if done.returncode < 0:
        return f"ends the process: {done.returncode}"
    return (("failed" if "RuntimeError" in message else "refused"), message.strip().replace("\n", "\n    "))


def compare(statements, compiled, cells):
    problems, refused = [], []
    for text, swift, cell in zip(statements, compiled, cells):
        if is_known(text):
            continue
        if isinstance(cell, tuple) and cell[0] == "refused":
            if swift is not None:
                refused.append((text, cell[1]))
        elif swift is None and isinstance(cell, tuple) and "is outside of the range of" in cell[1]:
            pass  # swiftc computes with literals when it compiles, and a cell when it runs
        elif swift is None:
            problems.append(f"{text}\n    swiftc refuses it; the cell: {cell if isinstance(cell, str) else cell[1]}")
        elif swift == ENDLESS and isinstance(cell, tuple):
            pass  # an error is better than no end
        elif isinstance(cell, tuple):
            if swift is not False and "Swift's inner workings" not in cell[1]:
                problems.append(f"{text}\n    swiftc: {swift}    the cell: {cell[1]}")
        elif swift is False or plain(swift) != plain(cell):
            problems.append(f"{text}\n    swiftc: {swift or 'ends'}    the cell: {cell}")
    return problems, refused


# What swiftc's solver makes of literals, and a cell does otherwise.
KNOWN = [
    r"stride\(from: [\d.]+, \w+: [\d.]+, by: [\d.]+\)\.(max|min) \{ \$0 < \$1 \}",  # swiftc takes the numbers for Decimals
    r"lazy\.filter \{[^}]*\}\[",  # places of a lazy filter are those of the list, which cells count from 0
    r"-7\.(distance|advanced)\(",  # the minus before a member of an integer is one of Doubles: swiftc prints 4.0
    r"\[1\.5, 2\.5\]\S*\.(max|min) \{ \$0 < \$1 \}",  # "ambiguous use of operator '<'" of two Doubles, though not of `>`
]


def is_known(text):
    return any(re.search(pattern, text) for pattern in KNOWN)


def plain(text):
    """Without names that differ between two builds of the same program."""
    return re.sub(r"0x[0-9a-f]+", "0x", text)


if __name__ == "__main__":
    sys.exit(main())
