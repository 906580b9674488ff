"""Measures cells beside CPython: the same program in both, in turns, in the same minutes.

    python3 Tools/bench/language_bench.py            the executable in .build/release
    python3 Tools/bench/language_bench.py FILE       another executable

Each side times the program by itself, so that neither is charged for its start. Prints the medians and their ratio;
fails when one of those in
BARS takes as long as Python, or longer.
"""

import re
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TURNS = 7
BARS = {"s += i in a loop", "s += i in a function", "a closure call", "fib(24)"}

# name, how many steps, the cell, the same in Python
PROGRAMS = [
    (
        "s += i in a loop", 3_000_000,
        "var s = 0\nfor i in 0..<STEPS { s += i }",
        "s = 0\nfor i in range(STEPS):\n    s += i",
    ),
    (
        "s += i in a function", 3_000_000,
        "func sum() -> Int {\n    var s = 0\n    for i in 0..<STEPS { s += i }\n    return s\n}\nlet total = sum()",
        "def sum_():\n    s = 0\n    for i in range(STEPS):\n        s += i\n    return s\ntotal = sum_()",
    ),
    (
        "a closure call", 1_000_000,
        "let add = { (x: Int) -> Int in x + 1 }\nvar n = 0\nfor i in 0..<STEPS { n = add(n) }",
        "add = lambda x: x + 1\nn = 0\nfor i in range(STEPS):\n    n = add(n)",
    ),
    (
        "a call of a function", 1_000_000,
        "func add(_ x: Int) -> Int { x + 1 }\nvar n = 0\nfor i in 0..<STEPS { n = add(n) }",
        "def add(x): return x + 1\nn = 0\nfor i in range(STEPS):\n    n = add(n)",
    ),
    (
        "fib(24)", 75_025,
        "func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }\nlet f = fib(24)",
        "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nf = fib(24)",
    ),
    (
        "an element of an array", 1_000_000,
        "var a = [1, 2, 3, 4]\nfor i in 0..<STEPS { a[i % 4] += i }",
        "a = [1, 2, 3, 4]\nfor i in range(STEPS):\n    a[i % 4] += i",
    ),
    (
        "map and filter", 500_000,
        "let m = (0..<STEPS).map { $0 * 2 }.filter { $0 % 3 == 0 }.count",
        "m = len(list(filter(lambda x: x % 3 == 0, map(lambda x: x * 2, range(STEPS)))))",
    ),
]
CELL = "let start = Date()\nCODE\nprint(\"seconds\", Date().timeIntervalSince(start))\n"
PYTHON = "import time\nstart = time.perf_counter()\nCODE\nprint('seconds', time.perf_counter() - start)\n"


def main(executable):
    slower = 0
    print(f"{'ns per step, median of ' + str(TURNS):<28}{'cell':>8}{'Python':>9}{'ratio':>8}")
    for name, steps, cell, python in PROGRAMS:
        cell = CELL.replace("CODE", cell).replace("STEPS", str(steps))
        python = PYTHON.replace("CODE", python).replace("STEPS", str(steps))
        ours, theirs = [], []
        for _ in range(TURNS):
            ours.append(seconds([executable, "run", "-"], cell))
            theirs.append(seconds(["python3", "-"], python))
        ours, theirs = statistics.median(ours) / steps * 1e9, statistics.median(theirs) / steps * 1e9
        slower += name in BARS and ours >= theirs
        print(f"{name:<28}{ours:>8.1f}{theirs:>9.1f}{ours / theirs:>8.2f}")
    return 1 if slower else 0


def seconds(command, program):
    done = subprocess.run(command, input=program, capture_output=True, text=True, check=False)
    found = re.search(r"seconds ([\d.e-]+)", done.stdout)
    if not found:
        sys.exit(f"{' '.join(map(str, command))} gave no time:\n{done.stdout}{done.stderr}")
    return float(found[1])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or [ROOT / ".build" / "release" / "swiftlens"]))
