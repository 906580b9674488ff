"""Compares with swiftc what literals of several types become where a value or a list of anything is wanted, and elsewhere.

    python3 Tools/cells/anything.py .build/release/swiftlens

`[1, 2.5]` is a list of Doubles, but where an `[Any]` is wanted its first element is an Int. What a cell accepts must compile and
print the same. What a cell refuses although it compiles is listed and counted: of a list of both kinds that nothing is
wanted of swiftc makes an `[Any]` in some places, which a cell refuses. Left out are elements that are printed as they are taken off
a list of literals (`print([1, 2.5][0])`): for swiftc they are the literals, for a cell numbers of one type.
"""

import argparse
import itertools
import sys

import expressions

LISTS = [
    "[1, 2.5]", "[1 + 2, 0.5]", '[1, "a"]', '[1, 2.5, "ab"]', '[1] + ["a"]', "[1, 2.5] + [1]", "([1 + 2, 0.5] + [1])", "[[1, 2.5], [1]]",
    "[1, 2].reversed()", "(0..<2).map { $0 }", "[1, nil]", '["a", "b"]', "(true ? [1] : [2.5])", "[max(1, 2), 0.5]", "ones + [2.5]",
    '[(1, "a"), (2, "b")]', "[[1, 2].reduce(0) { $0 + $1 }, 0.5]", "[half, 1]", "[1, 2].map { Double($0) }", "[true, 1]",
]
USES = [
    "let x: Any = {}; print(x)", "let x: Any? = {}; print(x as Any)", "let x: [Any] = {}; print(x)", "let x: [Any]? = {}; print(x as Any)",
    "let x: [[Any]] = [{}, [1]]; print(x)", "func f(_ x: Any) [ print(x) ]; f({})", "func f(_ x: [Any]) [ print(x) ]; f({})",
    "func f(_ x: Any...) [ print(x) ]; f(1, {})", "func f(_ x: [Any]...) [ print(x) ]; f({}, [1])", "print({})", "func f() -> Any [ {} ]; print(f())",
    "func f() -> [Any] [ return {} ]; print(f())", "let x = {} as [Any]; print(x)", "var x: [Any] = [1]; x = {}; print(x)",
    "var x: [Any] = [1]; x += {}; print(x)", "struct S [ var x: Any ]; print(S(x: {}).x)", "let x: Any = (0, {}); print(x)",
    "let x: [String: Any] = [\"k\": {}]; print(x)", "let x: [String: [Any]] = [\"k\": {}]; print(x)", "let x = {}; print(x)",
    "for x in {} [ print(x) ]", "let x = ({})[0]; print(x)", "print(({}).count)", "print(({}).map [ $0 ])", 'print("\\({})")',
    "func f(_ x: Any = {}) [ print(x) ]; f()", "let c: () -> Any = [ {} ]; print(c())", "let x: [Any] = true ? {} : [1]; print(x)",
    "let x: [Any?] = {}; print(x)", "print([{}, 1] as [Any])", "let x: (Any, [Any]) = ({}, {}); print(x)",
]
BRACED = ("func", "struct", "let c", "for", "print((")


def statements():
    for text, use in itertools.product(LISTS, USES):
        if use.startswith(BRACED):
            use = use.replace("[ ", "\0").replace(" ]", "\1").replace("= [ {}", "= \0{}")
        text = use.replace("{}", text).replace("\0", "{ ").replace("\1", " }")
        yield f"let ones = [1], half = 0.5; _ = (ones, half); {text}"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("executable")
    options.add_argument("--part", type=int, nargs=2, default=[0, 1], metavar=("FIRST", "STEP"))
    options = options.parse_args()
    first, step = options.part
    texts = list(statements())[first::step]
    problems, refused, summary = expressions.results(options.executable, texts)
    print("\n".join([*problems, *refused, summary]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
