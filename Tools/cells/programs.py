"""The small programs that say what cells do, and what their comments expect.

    print(1 + 1)        // prints: 2
    let x: Int = "a"    // error: cannot convert value of type 'String' to specified type 'Int'
    print([1, 2][n])    // fails: index 5 is out of range: the array has 2 elements
    // %%
    n                   // shows: 5

`// %%` begins another cell of the same session. Tests/CellInterpreterTests runs the same files in the interpreter.
"""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Cell:
    """One cell; lines are counted from 0 within the file."""

    first: int
    lines: list = field(default_factory=list)

    def expected(self, kind):
        """The texts behind `// kind:`, with their lines in the file, counted from 1."""
        for number, line in enumerate(self.lines, self.first + 1):
            for part in line.split("// ")[1:]:
                if part.startswith(kind + ":"):
                    yield number, part.removeprefix(kind + ":").rstrip().removeprefix(" ")

    def expects(self, kind):
        return any(True for _ in self.expected(kind))


@dataclass
class Program:
    name: str
    cells: list

    @property
    def note(self):
        """Why the program is of sessions only, as its first line says: `// only in a session: …`."""
        first = self.cells[0].lines[0]
        return first.partition("// only in a session:")[2].strip()


def programs(folder):
    """All programs below a folder, in the order of their names."""
    return [read(path, folder) for path in sorted(Path(folder).rglob("*.swift"))]


def read(path, folder):
    cells = [Cell(0)]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("// %%"):
            cells.append(Cell(number + 1))
        else:
            cells[-1].lines.append(line)
    return Program(str(path.relative_to(folder).with_suffix("")), cells)
