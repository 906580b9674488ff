"""Compiles everyday expressions of plain numbers with the library's import and without it, and compares what they print.

    python3 Tools/cells/everyday.py             Tests/EverydayExpressions, and 400 expressions that are made up
    python3 Tools/cells/everyday.py 5000 7      5,000 made up ones, from another seed

`import SwiftLens` must not change what a Double means: with it every line compiles as before, in the language modes of
Swift 5 and 6, and prints the same. The library's modules must be built (`make build`).
"""

import itertools
import os
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVERYDAY = ROOT / "Tests" / "EverydayExpressions"
BUILT = Path(os.environ.get("SWIFTLENS_BUILD", ROOT / ".build" / "release"))
MODES = ["5", "6"]
# The library's own targets, and the C modules that their interfaces name.
LIBRARY = ["SwiftLens", "TensorCore", "TextFormats", "Safetensors", "Tokenizers", "Hooks", "HookedTransformers",
           "PretrainedModels", "Datasets", "Interventions", "CircuitAnalysis", "Display", "Plots", "SessionSafety", "FileSafety", "GGUF",
           "CThreadState", "Platform", "NearestNames"]
C_MODULES = sorted(file.parent for file in (ROOT / "Sources").glob("C*/**/module.modulemap"))
INCLUDES = [f"-I{folder}" for folder in (BUILT / "Modules", *C_MODULES)]


def main(count=400, seed=1):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        archive = library(folder)
        made_up = written(folder / "made-up.swift", generated(folder, int(count), random.Random(int(seed))))
        sources = [*sorted(EVERYDAY.glob("*.swift")), made_up]
        lines = [line for source in sources for line in source.read_text().splitlines()]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            compared = pool.map(lambda run: compare(*run, archive, folder), itertools.product(sources, MODES))
            problems = [problem for found in compared for problem in found]
    for problem in problems:
        print(problem)
    count = sum(line.strip() != "" and not line.startswith("//") for line in lines)
    print(f"{count} lines of everyday expressions beside the library: {len(problems)} problems")
    return 1 if problems else 0


def library(folder):
    """The library's object files in one archive."""
    objects = [path for target in LIBRARY for path in sorted((BUILT / f"{target}.build").glob("*.o"))]
    if not objects:
        sys.exit(f"no built library in {BUILT}; build it first: make build")
    archive = folder / "libSwiftLens.a"
    subprocess.run(["ar", "rcs", archive, *objects], check=True)
    return archive


def compare(source, mode, archive, folder):
    text = source.read_text(encoding="utf-8")
    plain = compiled("import Swift\n" + text, mode, folder / f"plain-{source.stem}-{mode}", [])
    beside = compiled("import SwiftLens\n" + text, mode, folder / f"beside-{source.stem}-{mode}", [*INCLUDES, archive, "-lz"])
    if plain.errors:
        return [f"{source.name}, Swift {mode}, without the library: {error}" for error in plain.errors]
    if beside.errors:
        return [f"{source.name}, Swift {mode}: {error}" for error in beside.errors]
    expected, printed = plain.run(), beside.run()
    if not expected:
        return [f"{source.name}, Swift {mode}: prints nothing"]
    if expected != printed:
        pairs = [(a, b) for a, b in zip(expected, printed) if a != b] or [(len(expected), len(printed))]
        return [f"{source.name}, Swift {mode}: prints {b} beside the library, {a} without it" for a, b in pairs]
    return []


class compiled:
    """A program of some text: its errors with their lines, or what it prints."""

    def __init__(self, text, mode, path, options):
        self.path = path
        file = written(path.with_suffix(".swift"), text)
        result = subprocess.run(
            ["swiftc", "-swift-version", mode, "-suppress-warnings", "-Onone", "-module-name", "Everyday", file,
             *options, "-lm", "-o", path], capture_output=True, text=True)
        found = re.findall(r"(?m)^\S+\.swift:(\d+):\d+: (error: .*)$", result.stderr)
        # The import stands on a line of its own above the text.
        self.errors = [f"line {int(line) - 1}: {error}" for line, error in found]
        if result.returncode and not self.errors:
            self.errors = [result.stderr.strip()]

    def run(self):
        done = subprocess.run([self.path], capture_output=True, text=True, timeout=60)
        return done.stdout.splitlines() + [f"ends with {done.returncode}"] * (done.returncode != 0)


# Expressions that are made up

VARIABLES = {"Double": ["x", "y"], "Int": ["n", "k"], "Float": ["f", "g"], "Bool": ["flag"]}
VALUES = "let x = 1.5, y = -0.25, n = 7, k = -3, f: Float = 0.5, g: Float = 2, flag = true\n"
LITERALS = {"Double": ["1", "2", "0.5", "100", "1e-3"], "Int": ["1", "2", "3", "10"], "Float": ["1", "2", "0.25"]}


def generated(folder, count, chance):
    """A program of expressions that swiftc accepts by themselves."""
    lines = [statement(chance, number) for number in range(count)]
    while True:
        text = VALUES + "\n".join(lines) + "\n"
        errors = compiled("import Swift\n" + text, "5", folder / "made", []).errors
        wrong = {int(re.match(r"line (\d+)", error)[1]) - 2 for error in errors if error.startswith("line ")}
        if not wrong:
            return text
        lines = [line for number, line in enumerate(lines) if number not in wrong]


def statement(chance, number):
    kind = chance.choice(["Double", "Double", "Int", "Float", "Bool"])
    # Deeper ones, of literals alone, are more than swiftc decides in time beside any library with operators.
    value = expression(chance, kind, chance.randint(1, 2))
    others = [expression(chance, kind, 1) for _ in range(2)]
    operator = chance.choice(["+", "*"]) if kind != "Bool" else None
    return chance.choice([
        f"print({value})",
        f"print({value}, {others[0]})",
        f"let v{number} = {value}; print(v{number})",
        f"let v{number}: {kind} = {value}; print(v{number})",
        f'print("\\({value}) and \\({others[0]})")',
        f"print([{value}, {others[0]}, {others[1]}])",
        f"print([{value}, {others[0]}].map {{ $0 }})",
        f"print(flag ? {value} : {others[0]})",
        f"print(max({value}, {others[0]}))" if operator else f"print(!({value}))",
        f"print([{value}, {others[0]}].reduce({chance.choice('01')}, {operator}))" if operator else f"if {value} {{ print({number}) }}",
        f"print([x, y, 2].map {{ $0 * 2 {chance.choice('+-*')} {chance.choice(['1', 'x', 'Double(n)'])} }})",
        f"print((1...4).map {{ Double($0) {chance.choice('+-*/')} {chance.choice(['2', 'x', '0.5'])} }}.reduce(0, +))",
        f"print(zip([x, y], [{chance.choice(['1, 2', '0.5, 1', 'y, x'])}]).map({chance.choice('+-*')}))",
        f"func f{number}(_ a: {kind}) -> {kind} {{ a }}; print(f{number}({value}))",
        f"var w{number} = {value}; w{number} {operator or '='}= {others[0]}; print(w{number})" if operator else f"print({value} == {others[0]})",
        f"print(Optional({value}) ?? {others[0]})",
        f"print(({value}, {others[0]}))",
    ])


def expression(chance, kind, depth):
    if kind == "Bool":
        inner = chance.choice(["Double", "Int", "Float"])
        operator = chance.choice(["<", ">", "<=", ">=", "==", "!="])
        return f"({expression(chance, inner, depth - 1)} {operator} {expression(chance, inner, depth - 1)})"
    if depth <= 0:
        return chance.choice(VARIABLES[kind] + LITERALS[kind])
    left, right = (expression(chance, kind, depth - chance.randint(1, 2)) for _ in range(2))
    made = f"{left} {chance.choice('+-*/' if kind != 'Int' else '+-*')} {right}"
    return chance.choice([made, made, f"({made})", f"-({made})", f"abs({made})", f"min({left}, {right})"])


def written(path, text):
    path.write_text(text, encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
