"""Compares random programs in cells with swiftc: valid ones, and the same with one slip.

    python3 Tools/cells/fuzz.py .build/release/swiftlens [--seed N] [--valid N] [--slips N]

What a cell accepts must compile and print the same; what swiftc refuses a cell must refuse, on the same line and with no
more errors; what swiftc accepts a cell may leave out, but not with another word. Needs swiftc; prints each difference
with its program, and fails when there is one.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grammar import Grammar

SWIFTC = ["swiftc", "-swift-version", "5", "-suppress-warnings", "-Onone", "-module-name", "Cells"]
ENDLESS = "goes on and on"
# What swiftc's parser says of a pattern, after which it does not know the names that the pattern would have given.
NAMELESS = "pattern matching in a condition requires"
# How the errors of cells' parser begin.
READING = re.compile(r"expected |unexpected |extraneous |consecutive statements ")
MAIN = """\
import Foundation

setvbuf(stdout, nil, _IONBF, 0)
let programs: [() throws -> Void] = [%s]
do { try programs[Int(CommandLine.arguments[1])!]() } catch { exit(1) }
"""


def main():
    options = arguments(__doc__, valid=120, slips=240)
    grammar = Grammar(options.seed)
    valid = [grammar.program() for _ in range(options.valid)]
    slips = [grammar.slip(grammar.program()) for _ in range(options.slips)]
    return report(options.executable, valid, slips)


def arguments(description, valid, slips):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("executable")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--valid", type=int, default=valid)
    parser.add_argument("--slips", type=int, default=slips)
    return parser.parse_args()


def report(executable, valid, slips, shared="", leave_out=lambda problem: False):
    """Compares all programs and tells the differences; `shared` is what they all begin with, compiled once."""
    with tempfile.TemporaryDirectory() as folder:
        problems = compare(executable, valid, Path(folder) / "valid", False, shared)
        problems += compare(executable, slips, Path(folder) / "slips", True, shared)
    problems = [problem for problem in problems if not leave_out(problem)]
    for problem in problems:
        print(problem + "\n")
    print(f"{len(valid)} valid programs, {len(slips)} with a slip: {len(problems)} differences")
    return 1 if problems else 0


def compare(executable, texts, folder, has_slips, shared):
    folder.mkdir()
    (folder / "shared.swift").write_text("import Foundation\n" + shared, encoding="utf-8")
    with ThreadPoolExecutor(2) as pool:
        cells = list(pool.map(lambda item: in_cells(executable, folder, *item), enumerate(texts)))
    refused = refusals(texts, folder, shared)
    printed = outputs([i for i in range(len(texts)) if not refused[i]], texts, folder)
    found = []
    for index, text in enumerate(texts):
        if not refused[index] and index not in printed:
            continue
        problem = difference(text, cells[index], refused[index], printed.get(index))
        if problem:
            found.append(f"{'slip' if has_slips else 'valid'} {index}: {problem}\n" + numbered(text, cells[index], refused[index]))
    return found


def numbered(text, cell, refused):
    lines = {line for line, _ in refused + cell[1]}
    shown = [f"    {n:3} {line}" for n, line in enumerate(text.splitlines(), 1) if n in lines or not lines]
    return "\n".join(shown + [f"    cell {e}" for e in cell[1]] + [f"    swiftc {e}" for e in refused])


def difference(text, cell, refused, printed):
    output, errors = cell
    if not refused:
        if errors:
            left_out = ["not supported in cells", "prints as Swift's inner workings"]
            return "" if any(words in e[1] for e in errors for words in left_out) else "swiftc accepts it"
        return "" if output == printed else f"prints {output!r}, compiled {printed!r}"
    if not errors:
        return "swiftc refuses it"
    if not is_balanced(text):
        return ""
    if {line for line, _ in errors}.isdisjoint({line for line, _ in refused}):
        return "another line"
    if errors[0] == refused[0] and errors[0][1].startswith(NAMELESS):
        return ""
    if errors[0][0] == refused[0][0] and all(READING.match(message) for _, message in errors):
        return ""  # what each parser reads after the first place where it stumbles is its own
    # Of a name that is declared again swiftc says nothing where the name that it took the place of is missing.
    told = [error for error in errors if not error[1].startswith("invalid redeclaration")]
    return "more errors than swiftc" if len(told or errors) > len(refused) else ""


def is_balanced(text):
    """Whether each bracket is closed by its like. Where one is not, cells and swiftc each read on in their own way, and all that
    can be compared is that both refuse."""
    closing, open_ones = {")": "(", "]": "[", "}": "{"}, []
    for piece in re.findall(r'"(?:\\.|[^"\\])*"|[()\[\]{}]', text):
        if piece in closing.values():
            open_ones.append(piece)
        elif piece in closing and (not open_ones or open_ones.pop() != closing[piece]):
            return False
    return not open_ones


def ended(command, **settings):
    """The process when it has ended, None when it goes on and on: a slip may make a loop endless."""
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=30, **settings)
    except subprocess.TimeoutExpired:
        return None


# In cells


def in_cells(executable, folder, index, text):
    path = folder / f"cell{index}.swift"
    # A semicolon, so that a last expression is not shown, which no compiled program does.
    path.write_text(text.rstrip() + ";\n", encoding="utf-8")
    done = ended([executable, "run", path])
    if not done:
        return ENDLESS, []
    found = re.findall(r"(?m)^\S.*?:(\d+):\d+: error: (.*)$", done.stderr + done.stdout)
    if done.returncode < 0:
        found = [("0", f"the process ended with {done.returncode}")]
    return done.stdout, [(int(line), message) for line, message in found]


# With swiftc


def wrapped(index, text, shared):
    line = shared.count("\n") + 1
    body = text.removeprefix(shared)
    return f'func program{index}() throws {{\n#sourceLocation(file: "p{index}", line: {line})\n{body}\n#sourceLocation()\n}}\n'


def refusals(texts, folder, shared):
    """For each program the lines that swiftc refuses, with its words."""
    files = {}
    for index, text in enumerate(texts):
        files[index] = folder / f"p{index}.swift"
        files[index].write_text(wrapped(index, text, shared), encoding="utf-8")
    found = {index: [] for index in files}
    for mode in (["-typecheck", "-wmo"], ["-emit-sil", "-wmo", "-o", folder / "all.sil"]):
        left = [file for index, file in files.items() if not found[index]]
        done = subprocess.run(
            [*SWIFTC, "-parse-as-library", "-continue-building-after-errors", *mode, folder / "shared.swift", *left], capture_output=True, text=True)
        for index, line, message in re.findall(r"(?m)^p(\d+):(\d+):\d+: error: (.*)$", done.stderr):
            found[int(index)].append((int(line), message))
        for index, message in re.findall(r"(?m)^\S*/p(\d+)\.swift:\d+:\d+: error: (.*)$", done.stderr):
            found[int(index)].append((len(texts[int(index)].splitlines()), message))
    return found


def outputs(indices, texts, folder):
    """What each program prints, but for those that swiftc gives up on only when it compiles them."""
    files = [folder / f"p{i}.swift" for i in indices]
    if not files:
        return {}
    files.append(folder / "shared.swift")
    start = folder / "main.swift"
    start.write_text(MAIN % ", ".join(f"program{i}" for i in indices), encoding="utf-8")
    done = subprocess.run([*SWIFTC, *files, start, "-o", folder / "all"], capture_output=True, text=True)
    beyond = {int(i) for i in re.findall(r"p(\d+):\d+:\d+: error: .* in reasonable time", done.stderr)}
    if beyond:
        return outputs([i for i in indices if i not in beyond], texts, folder)
    if done.returncode:
        raise SystemExit(done.stderr[:4000])
    with ThreadPoolExecutor(2) as pool:
        return dict(pool.map(lambda item: (item[1], output(folder / "all", item[0])), enumerate(indices)))


def output(executable, index):
    done = ended([executable, str(index)], env={"SWIFT_BACKTRACE": "enable=no"})
    if not done:
        return ENDLESS
    text = done.stdout.replace("Cells.(", "(")
    return re.sub(r"\bCells\.(?=\w)|\(unknown context at \$\w+\)\.", "", text)


if __name__ == "__main__":
    sys.exit(main())
