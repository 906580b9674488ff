"""Programs of cells as Swift files that stand beside each other in one module.

A file holds one function with the program's statements. Each cell stands in a scope within that of the cell before, so
that it may use and replace earlier names. Swift wants imports, extensions and operators outside of functions; a
program with one of the latter has all of its types there.
"""

import re

TYPE = re.compile(r"(indirect )?(extension|struct|enum) ")
NEEDS_TYPES_OUTSIDE = re.compile(r"extension |\s+static (prefix |postfix )?func [^\w\s]")


def wrapped(program, cells, index):
    """The text of the Swift file number `index` for some cells of a program."""
    bodies, outside = [], []
    types_outside = any(NEEDS_TYPES_OUTSIDE.match(line) for cell in cells for line in cell.lines)
    for cell in cells:
        body, taken = separated(cell, types_outside)
        bodies.append("do {\n" + located(program, cell.first + 1, "\n".join(body)))
        outside += [located(program, line, text) for line, text in taken]
    return "".join([
        *outside,
        f"func program{index}() throws {{\n", *bodies, "\n} " * len(bodies), "\n}\n",
    ])


def located(program, line, text):
    """The text with the place that diagnostics give for it."""
    return f'#sourceLocation(file: "{program.name}.swift", line: {line})\n{text}\n#sourceLocation()\n'


def separated(cell, types_outside):
    """The lines that stay in the function, and what stands outside of it with its line."""
    body, taken, end = [], [], None
    for number, line in enumerate(cell.lines, cell.first + 1):
        if end is None and line.startswith("import "):
            taken.append([number, line])
            body.append("")
        elif end is None and types_outside and TYPE.match(line):
            taken.append([number, private(line)])
            body.append("")
            end = None if is_closed(line) else "}"
        elif end is not None:
            taken[-1][1] += "\n" + line
            body.append("")
            end = None if line.startswith(end) else end
        else:
            body.append(line)
    return body, taken


def private(line):
    """The declaration, seen by its own file only."""
    adds_conformance = re.match(r"extension \w+:", line)
    return line if adds_conformance else "private " + line


def is_closed(line):
    code = line.partition("//")[0]
    return "{" in code and code.count("{") == code.count("}")
