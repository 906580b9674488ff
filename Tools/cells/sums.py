"""Compares with swiftc which overloads are meant within arithmetic.

    python3 Tools/cells/sums.py .build/release/swiftlens [--count N] [--seed N]

Functions of one name for whole numbers and for others stand in sums, comparisons, choices and arguments, where one side tells
what the other is, or what is wanted of the whole does. What a cell accepts must compile and print the same. What a cell refuses
although it compiles is listed and counted: what is wanted does not go through every call to its arguments.
"""

import argparse
import random
import re
import sys

import expressions

PRELUDE = """struct O { static func f(_ n: Int) -> Int { n + 1 }; static func f(_ x: Double) -> Double { x + 0.5 }; \
static func k(_ n: Int, by m: Int = 2) -> Int { n * m }; static func k(_ x: Double, by m: Double = 2) -> Double { x / m }; \
static func h(_ x: Double) -> Double { x / 2 } }; let x = 2.0, n = 3; """
LEAVES = ["x", "n", "2", "0.5", "1", "O.f(2)", "O.f(2)", "O.f(n)", "O.f(x)", "O.k(3)", "O.k(4, by: 2)", "O.h(2)"]
NODES = ["({} + {})", "({} * {})", "({} - {})", "{} / {}", "-{}", "({} > 1 ? {} : {})", "O.f({})", "O.h({})", "max({}, {})", "abs({})",
         "(true ? {} : {})", "O.k({}, by: {})"]
CONTEXTS = ["let y: Double = {}; print(y)", "let y: Double = {}; print(y)", "print({})", "let y = {}; print(y)", "let y: Int = {}; print(y)",
            "let y: [Double] = [{}, {}]; print(y)", "print({} > {})", "print({} == {})", "var y = x; y += {}; print(y)", "var y = n; y = {}; print(y)",
            "let y: Double? = {}; print(y as Any)", "let c: () -> Double = [{}]; print(c())", "func y() -> Double [ {} ]; print(y())",
            "func y(_ d: Double) -> Double [ d ]; print(y({}))", "print(x * {})", "print({} - x)"]


def tree(choose, depth):
    if depth == 0 or choose.random() < 0.25:
        return choose.choice(LEAVES)
    return filled(choose, choose.choice(NODES), depth - 1)


def filled(choose, text, depth):
    parts = text.split("{}")
    return parts[0] + "".join(tree(choose, depth) + part for part in parts[1:])


def statement(choose):
    text = choose.choice(CONTEXTS)
    braced = text.startswith(("let c", "func"))
    for old, new in [("[{}]", "\0{}\1"), ("[ {} ]", "\0 {} \1"), ("[ d ]", "\0 d \1")] if braced else []:
        text = text.replace(old, new)
    return PRELUDE + filled(choose, text, 2).replace("\0", "{").replace("\1", "}")


def is_known(problem):
    """A choice within a choice, of an Int and a Double, that is printed: swiftc takes one of them as an `Any`, but refuses it within
    another, where a cell prints the one that is chosen. And a minus before what is made of literal integers alone (`-abs(2)`),
    which is ambiguous for swiftc."""
    if "swiftc refuses it" in problem and re.search(r"-(abs|max)\((\d+|\d+, \d+)\)", problem.replace(PRELUDE, "")):
        return True
    return problem.replace(PRELUDE, "").startswith("print(") and problem.count(" ? ") > 1 and "swiftc refuses it" in problem


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("executable")
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    choose = random.Random(options.seed)
    texts = [statement(choose) for _ in range(options.count)]
    problems, refused, summary = expressions.results(options.executable, texts)
    problems = [problem for problem in problems if not is_known(problem)]
    print("\n".join(line.replace(PRELUDE, "") for line in [*problems, *refused, summary]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
