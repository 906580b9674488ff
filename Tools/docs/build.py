"""Makes the documentation's static site: the library's public declarations and the pages of its catalogue.

    python3 Tools/docs/build.py EXECUTABLE BUILD_FOLDER [OUT]     .build/release/swiftlens .build/release build/docs

The cells on the pages are run, and their pictures are put into the pages. Fails on a cell that does not run, on a link that leads
nowhere and on whatever else docc warns of. Needs docc, which comes with Swift, and the modules of a build.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pages
import symbols

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "Sources" / "SwiftLens" / "SwiftLens.docc"


def convert(catalogue, graphs, out):
    """Runs docc, and gives what it said."""
    run = subprocess.run(
        ["docc", "convert", catalogue, "--additional-symbol-graph-dir", graphs, "--output-path", out,
         "--fallback-display-name", "SwiftLens", "--fallback-bundle-identifier", "org.swiftlens.SwiftLens",
         "--transform-for-static-hosting", "--warnings-as-errors"],
        capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


def main():
    executable, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    out = Path(sys.argv[3] if len(sys.argv) > 3 else "build/docs").resolve()
    with tempfile.TemporaryDirectory() as folder:
        graphs, catalogue = Path(folder, "graphs"), Path(folder, CATALOGUE.name)
        shutil.copytree(CATALOGUE, catalogue)
        count = symbols.write(ROOT, build / "Modules", graphs)
        shown = pages.run_all(executable, catalogue)
        status, said = convert(catalogue, graphs, out)
    if status != 0:
        sys.exit(said)
    print(f"{out}: {count} public declarations, {shown} pictures; python3 -m http.server -d {out}, then /documentation/swiftlens")


if __name__ == "__main__":
    main()
