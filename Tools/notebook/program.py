"""Writes the ablation notebook's code cells as a Swift program, Tests/NotebookProgram/main.swift.

A notebook's cells are Swift: compiling them with swiftc and running the program gives what the notebook shows. Run this
after every change of the notebook: `python3 Tools/notebook/program.py`.
"""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "notebooks" / "ablation-experiment.ipynb"
PROGRAM = ROOT / "Tests" / "NotebookProgram" / "main.swift"

HEADER = """\
// Written by Tools/notebook/program.py from notebooks/ablation-experiment.ipynb; edit the notebook instead.

"""
FOOTER = """
/// What a notebook does with a cell's last expression.
func show(_ value: Any) {
    if let value = value as? any Displayable { display(value) } else { print(value) }
}
"""


def program():
    """The program's text."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return HEADER + "\n\n".join(shown(cell) for cell in code) + "\n" + FOOTER


def shown(cell):
    """The cell with its last line, where that is an expression with a value, given to `show`."""
    before, _, last = cell.rpartition("\n")
    is_expression = re.match(r"(try )?[\w.]+(\(.*\))?$", last) and not re.match(r"import |print\(|display\(|manualSeed\(", last)
    if not is_expression:
        return cell
    tried, expression = ("try ", last[4:]) if last.startswith("try ") else ("", last)
    return (before + "\n" if before else "") + f"{tried}show({expression})"


if __name__ == "__main__":
    PROGRAM.parent.mkdir(parents=True, exist_ok=True)
    PROGRAM.write_text(program(), encoding="utf-8")
