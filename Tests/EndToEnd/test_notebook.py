"""The shipped notebook, executed from top to bottom by the kernel, gives what it was saved with."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "notebooks" / "ablation-experiment.ipynb"
NUMBER = re.compile(r"-?\d+\.\d+")
MAPS = [
    "Logit Difference From Patched Head Output",
    "Logit Difference From Zero Ablated Patched Head Output",
    "Logit Difference From Mean Ablated Patched Head Output (mean over d_head)",
    "Logit Difference From Mean Ablated Patched Head Output (mean over the batch)",
    "Duplicate Token Head Scores (implementation)",
    "Previous Token Head Scores (implementation)",
    "Induction Head Scores (implementation)",
]


@pytest.fixture(scope="module")
def notebooks(kernels):
    """The notebook as it was saved, and as it is when it has run now."""
    stored, fresh = (nbformat.read(NOTEBOOK, as_version=4) for _ in range(2))
    resources = {"metadata": {"path": str(NOTEBOOK.parent)}}
    NotebookClient(fresh, kernel_name="swiftlens", timeout=600, resources=resources).execute()
    return stored, fresh


@pytest.fixture(scope="module")
def fresh(notebooks):
    return notebooks[1]


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def plain_text(cell):
    """What a cell prints and shows, as text. A stream may come in several pieces."""
    return "".join(output.get("text") or output.get("data", {}).get("text/plain", "") + "\n" for output in cell.outputs)


def text_of(notebook):
    return "\n".join(plain_text(cell) for cell in code_cells(notebook))


def pictures(notebook):
    outputs = [output for cell in code_cells(notebook) for output in cell.outputs]
    return [output.data for output in outputs if "image/png" in output.get("data", {})]


def test_it_was_saved_with_its_outputs(notebooks):
    stored, _ = notebooks
    assert len(pictures(stored)) == len(MAPS) + 1
    assert all(cell.execution_count for cell in code_cells(stored))


def test_outputs_are_those_it_was_saved_with(notebooks):
    for old, new in zip(*map(code_cells, notebooks)):
        old_text, new_text = plain_text(old), plain_text(new)
        # Words exactly, numbers to what another machine's arithmetic may change.
        assert NUMBER.sub("#", old_text) == NUMBER.sub("#", new_text), new.source
        for a, b in zip(NUMBER.findall(old_text), NUMBER.findall(new_text)):
            assert float(a) == pytest.approx(float(b), abs=0.011, rel=1e-3), new.source


def test_every_picture_has_html_a_still_image_and_text(fresh):
    shown = pictures(fresh)
    assert len(shown) == len(MAPS) + 1
    for data in shown:
        assert data["text/html"] and data["text/plain"] and data["image/png"]
        assert len(data["text/html"]) < 300_000


def test_no_picture_asks_the_network_for_anything(fresh):
    for data in pictures(fresh):
        html = data["text/html"].replace("http://www.w3.org/", "")
        assert "http://" not in html and "https://" not in html and "src=//" not in html


def test_the_maps_come_in_order_under_their_titles(fresh):
    shown = [data["text/html"] + data["text/plain"] for data in pictures(fresh)]
    for title, data in zip(MAPS, shown):
        assert title in data


def test_the_model_knows_the_answer_and_the_corruption_mirrors_it(fresh):
    clean = float(re.search(r"Clean Average Logit Diff (-?[\d.]+)", text_of(fresh)).group(1))
    corrupted = float(re.search(r"Corrupted Average Logit Diff (-?[\d.]+)", text_of(fresh)).group(1))
    assert clean > 2 and corrupted == pytest.approx(-clean, abs=0.01)


def test_the_sweep_call_gives_the_maps_of_the_loop(fresh):
    differences = [float(x) for x in re.findall(r"largest difference: ([\d.]+)", text_of(fresh))]
    assert len(differences) == 4 and max(differences) < 1e-4


def test_the_detectors_find_the_heads_of_the_table(fresh):
    text = text_of(fresh)
    for name in ("previous token heads", "duplicate token heads", "induction heads"):
        block = text[text.index(f"{name}\n  in the table:") :]
        table = re.search(r"in the table: +(.*)", block).group(1).split()
        assert re.search(r"in both: +(.*)", block).group(1).split() == table


def test_progress_ends_complete(fresh):
    assert re.search(r"12/12", text_of(fresh))
