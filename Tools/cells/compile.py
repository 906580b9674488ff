"""Compiles the programs of cells with swiftc and compares what they do with what their comments say.

    python3 Tools/cells/compile.py              all programs
    python3 Tools/cells/compile.py arrays/      those whose name begins so

What a cell accepts must compile and print the same; what a cell refuses as a mistake, swiftc must refuse on the same
line; where a cell fails, the compiled program must end. What the language leaves out is Swift all the same, and must
compile. The ablation notebook's own cells are compiled as Tests/NotebookProgram.
"""

import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from programs import programs
from wrapping import wrapped

ROOT = Path(__file__).resolve().parents[2]
CELLS = ROOT / "Tests" / "CellInterpreterTests" / "Cells"
SWIFTC = ["swiftc", "-swift-version", "5", "-suppress-warnings", "-Onone", "-j", str(os.cpu_count())]
MAIN = """\
import Foundation

setvbuf(stdout, nil, _IONBF, 0)
let programs: [() throws -> Void] = [%s]
do { try programs[Int(CommandLine.arguments[1])!]() } catch { exit(1) }
"""


def main(prefix=""):
    chosen = [program for program in programs(CELLS) if program.name.startswith(prefix)]
    compiled = [program for program in chosen if not program.note]
    with tempfile.TemporaryDirectory() as folder:
        problems = run_all(compiled, Path(folder)) + refuse_all(compiled, Path(folder))
    for problem in problems:
        print(problem)
    print(f"{len(compiled)} programs of cells, compiled: {len(problems)} problems; "
          f"{len(chosen) - len(compiled)} programs are of sessions only")
    return 1 if problems else 0


# What runs


def run_all(all_programs, folder):
    """Runs the cells of each program up to the first that fails."""
    runs = [(program, runnable(program.cells)) for program in all_programs]
    runs = [(program, cells) for program, cells in runs if cells]
    files = [written(folder / f"run{i}.swift", wrapped(*run, i)) for i, run in enumerate(runs)]
    names = ", ".join(f"program{i}" for i in range(len(runs)))
    files.append(written(folder / "main.swift", MAIN % names))
    result = subprocess.run(
        [*SWIFTC, *files, "-module-name", "Cells", "-o", folder / "cells"], capture_output=True, text=True)
    if result.returncode:
        return [line for line in result.stderr.splitlines() if ": error: " in line] or [result.stderr]
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda item: run(folder / "cells", item[0], *item[1]), enumerate(runs))
        return [problem for problem in found if problem]


def runnable(cells):
    """The cells without mistakes, up to the first that fails."""
    kept = []
    for cell in cells:
        if not mistakes(cell):
            kept.append(cell)
        if cell.expects("fails"):
            break
    return kept


def run(executable, index, program, cells):
    done = subprocess.run(
        [executable, str(index)], capture_output=True, text=True, env={"SWIFT_BACKTRACE": "enable=no"}, timeout=60)
    printed = [plain(line) for line in done.stdout.split("\n")]
    if printed[-1] == "":
        printed.pop()
    expected = [text for cell in cells for _, text in cell.expected("prints")]
    if [line.rstrip() for line in printed] != expected:
        return f"{program.name}: prints\n    " + "\n    ".join(printed) + "\n  expected\n    " + "\n    ".join(expected)
    if (done.returncode != 0) != cells[-1].expects("fails"):
        return f"{program.name}: ends with {done.returncode}\n{done.stderr}"
    return None


def plain(line):
    """The line as cells print it: a type of one's own has no module there."""
    return re.sub(r"\bCells\.(?=\w)|\((unknown context at \$\w+|\w+ in _\w+)\)\.", "", line.replace("Cells.(", "("))


# What is refused


def refuse_all(all_programs, folder):
    """Compiles each cell with mistakes after the cells before it; swiftc must refuse the same lines."""
    units = [unit for program in all_programs for unit in refused(program)]
    # A module that is not found is all that swiftc then speaks of.
    alone = [unit for unit in units if misses_a_module(unit[1][-1])]
    problems = compile_refused([unit for unit in units if unit not in alone], folder, ["-typecheck"])
    for unit in alone:
        problems.update(compile_refused([unit], folder, ["-typecheck"]))
    # Some mistakes are found in a later pass, which begins only when the first finds none.
    later = [unit for unit in units if problems.get(unit[0].name) == set()]
    problems.update(compile_refused(later, folder, ["-emit-sil", "-wmo", "-o", folder / "refused.sil"]))
    return [text for unit in units for text in differences(unit, problems[unit[0].name])]


def refused(program):
    for index, cell in enumerate(program.cells):
        if mistakes(cell):
            yield program, [*runnable(program.cells[:index]), cell]
            return


def mistakes(cell):
    """The lines that Swift refuses too; what is only outside of the subset it accepts."""
    return {line for line, text in cell.expected("error") if "not supported in cells" not in text}


def misses_a_module(cell):
    return any("no such module" in text for _, text in cell.expected("error"))


def compile_refused(units, folder, mode):
    """The lines that swiftc refuses, for each program's name."""
    files = [written(folder / f"refused{i}.swift", wrapped(*unit, i)) for i, unit in enumerate(units)]
    found = {program.name: set() for program, _ in units}
    if files:
        result = subprocess.run(
            [*SWIFTC, "-module-name", "Refused", "-parse-as-library", "-continue-building-after-errors", *mode, *files], capture_output=True, text=True)
        for name, line in re.findall(r"(?m)^(\S+)\.swift:(\d+):\d+: error:", result.stderr):
            found.setdefault(name, set()).add(int(line))
    return found


def differences(unit, lines):
    program, cells = unit
    expected = mistakes(cells[-1])
    for line in sorted(expected - lines):
        yield f"{program.name}.swift:{line}: swiftc accepts this line"
    for line in sorted(lines - expected):
        yield f"{program.name}.swift:{line}: swiftc refuses this line"


def written(path, text):
    path.write_text(text, encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
