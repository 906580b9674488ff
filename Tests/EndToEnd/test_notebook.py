"""The shipped notebook, executed from top to bottom by the real kernel, gives what it was saved with."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "notebooks" / "ablation-experiment.ipynb"
NUMBER = re.compile(r"-?\d+\.\d+")


@pytest.fixture(scope="module")
def stored_and_fresh():
    stored = nbformat.read(NOTEBOOK, as_version=4)
    fresh = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(fresh, kernel_name="swiftlens", timeout=600, resources={"metadata": {"path": str(NOTEBOOK.parent)}})
    client.execute()
    return stored, fresh


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def plain_text(cell):
    parts = []
    for output in cell.outputs:
        if output.output_type == "stream":
            parts.append(output.text)
        elif "text/plain" in output.get("data", {}):
            parts.append(output.data["text/plain"])
    return "\n".join(parts)


def test_every_cell_runs(stored_and_fresh):
    for cell in code_cells(stored_and_fresh[1]):
        assert all(output.output_type != "error" for output in cell.outputs), cell.source


def test_outputs_are_those_it_was_saved_with(stored_and_fresh):
    stored, fresh = stored_and_fresh
    for old, new in zip(code_cells(stored), code_cells(fresh)):
        old_text, new_text = plain_text(old), plain_text(new)
        # Words exactly, numbers to what another machine's arithmetic may change.
        assert NUMBER.sub("#", old_text) == NUMBER.sub("#", new_text), new.source
        for a, b in zip(NUMBER.findall(old_text), NUMBER.findall(new_text)):
            assert float(a) == pytest.approx(float(b), abs=0.011, rel=1e-3), new.source


def test_pictures_come_with_html_a_still_image_and_text(stored_and_fresh):
    bundles = [
        output.data
        for cell in code_cells(stored_and_fresh[1])
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]
    assert len(bundles) == 8  # four ablation maps, three detector maps, one attention pattern
    for data in bundles:
        assert "text/html" in data and "text/plain" in data
        assert "http://" not in data["text/html"].replace("http://www.w3.org/", "") and "https://" not in data["text/html"]
        assert len(data["text/html"]) < 300_000


def test_ablations_differ_and_the_model_knows_the_answer(stored_and_fresh):
    text = "\n".join(plain_text(cell) for cell in code_cells(stored_and_fresh[1]))
    clean = float(re.search(r"Clean Average Logit Diff (-?[\d.]+)", text).group(1))
    assert clean > 2
