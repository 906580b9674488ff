"""Writes a page with a picture of every kind, at work: `make test-page`, then look at build/pictures.html.

    python3 Tools/plots/test_page.py build/pictures.html [FOLDER]

The pictures are those of Tests/PlotsTests/Snapshots. Below them stands what check.js got out of them, which
Tests/EndToEnd/test_pictures.py compares with what is expected.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SNAPSHOTS = ROOT / "Tests" / "PlotsTests" / "Snapshots"


def page(folder=SNAPSHOTS):
    sections = "\n".join(
        f'<section id="{file.stem}"><h2>{file.stem}</h2>\n{file.read_text(encoding="utf-8")}\n</section>'
        for file in sorted(Path(folder).glob("*.html")))
    check = Path(__file__).with_name("check.js").read_text(encoding="utf-8")
    return (f'<!doctype html><meta charset="utf-8"><title>Pictures</title>\n<script>\n{check}</script>\n'
            f'{sections}\n<pre id="said"></pre>\n')


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page(*sys.argv[2:]), encoding="utf-8")
    print(f"a picture of every kind: {target.resolve()}")
