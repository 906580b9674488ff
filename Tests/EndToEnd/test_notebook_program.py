"""The notebook's cells, compiled by swiftc as one program, show what a researcher should find in the embedded model."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tools" / "notebook"))
import program  # noqa: E402


@pytest.fixture(scope="module")
def output():
    executable = ROOT / ".build" / "release" / "NotebookProgram"
    run = subprocess.run([executable], cwd=ROOT / "notebooks", capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stderr[-2000:]
    return run.stdout


def test_the_program_is_the_notebook():
    assert program.PROGRAM.read_text(encoding="utf-8") == program.program(), "run `python3 Tools/notebook/program.py`"


def test_the_corrupted_difference_mirrors_the_clean_one(output):
    clean = float(re.search(r"Clean Average Logit Diff (-?[\d.]+)", output).group(1))
    corrupted = float(re.search(r"Corrupted Average Logit Diff (-?[\d.]+)", output).group(1))
    assert clean > 2 and corrupted == pytest.approx(-clean, abs=0.01)


def test_the_sweep_call_gives_the_maps_of_the_loop(output):
    differences = [float(x) for x in re.findall(r"largest difference: ([\d.]+)", output)]
    assert len(differences) == 4 and max(differences) < 1e-4


def test_the_detectors_find_the_heads_of_the_table(output):
    for name in ("previous token heads", "duplicate token heads", "induction heads"):
        block = output[output.index(f"{name}\n  in the table:"):]
        table = re.search(r"in the table: +(.*)", block).group(1).split()
        both = re.search(r"in both: +(.*)", block).group(1).split()
        assert both == table


def test_name_movers_count_in_the_table_of_classes(output):
    assert "name mover heads (3 of 3 count)" in output


def test_resample_shows_more_than_zero_does(output):
    def largest(title):
        block = output[output.index(title):]
        return float(re.search(r"largest by magnitude: \w+ (-?[\d.]+)", block).group(1))

    resample = largest("Logit Difference From Patched Head Output")
    assert resample > 2 * abs(largest("Logit Difference From Zero Ablated"))
