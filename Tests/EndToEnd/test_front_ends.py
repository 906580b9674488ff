"""The front ends that people run notebooks with, other than JupyterLab."""

import os
import re
import subprocess
import sys
import time

import nbformat
import pexpect
import pytest
from conftest import ROOT
from languages import SWIFT, cell
from sessions import PATIENCE


@pytest.fixture
def notebook(language, tmp_path):
    """A notebook with a printed text, a display, a value, and an error that its cell announces."""
    cells = [
        nbformat.v4.new_code_cell(cell(language.count, 3)),
        nbformat.v4.new_code_cell(language.show_html),
        nbformat.v4.new_code_cell(language.error, metadata={"tags": ["raises-exception"]}),
        nbformat.v4.new_code_cell(cell(language.value, 12)),
    ]
    return save(cells, language, tmp_path / "notebook.ipynb")


def save(cells, language, path):
    spec = {"name": language.kernel, "display_name": language.kernel, "language": language.name}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": spec}), path)
    return path


def run_module(*arguments, succeeds=True, seconds=PATIENCE):
    """Runs a Python program as a user does; returns what it says."""
    result = subprocess.run([sys.executable, "-m", *map(str, arguments)], capture_output=True, text=True, timeout=seconds)
    assert (result.returncode == 0) == succeeds, result.stdout + result.stderr
    return result.stdout + result.stderr


def check_outputs(path):
    """The notebook holds what its cells show."""
    printed, shown, failed, value = nbformat.read(path, as_version=4).cells
    assert [(o.output_type, o.text) for o in printed.outputs] == [("stream", "0\n1\n2\n")]
    assert "text/html" in shown.outputs[0].data
    assert failed.outputs[0].output_type == "error" and failed.outputs[0].traceback
    assert value.outputs[0].data["text/plain"] == "12" and value.execution_count == 4


def test_nbconvert_executes(notebook, tmp_path):
    run_module("nbconvert", "--to", "notebook", "--execute", notebook, "--output", tmp_path / "executed.ipynb")
    check_outputs(tmp_path / "executed.ipynb")


def test_nbconvert_makes_a_page(notebook, tmp_path):
    run_module("nbconvert", "--to", "html", "--execute", notebook, "--output", tmp_path / "page.html")
    assert re.search(r">\s*12\s*<", (tmp_path / "page.html").read_text())


def test_jupyter_execute_and_nbval_agree(notebook):
    run_module("jupyter", "execute", "--inplace", notebook)
    check_outputs(notebook)
    # Strict: every output must come again as it was saved.
    said = run_module("pytest", "--nbval", "-p", "no:cacheprovider", notebook)
    assert "4 passed" in said


@pytest.mark.parametrize(
    "name",
    ["ablation-experiment", "attribution", "linear-probe", "superposition", "real-model", "optimal-ablation", "real-ablations"],
)
def test_the_shipped_notebooks_pass_strict_nbval_where_they_were_executed(kernels, tmp_path, name, monkeypatch):
    # On another number of threads, one number in thousands is rounded otherwise; `swiftlens check` allows for that.
    if name.startswith("real-") and not (ROOT / "weights" / "smollm2-135m.gguf").exists():
        pytest.skip("its model is not there: python3 Tools/real-models/fetch.py smollm2-135m")
    if name in ("optimal-ablation", "real-ablations") and os.environ.get("SWIFTLENS_TEST_NOTEBOOKS") != "1":
        pytest.skip("it takes minutes: SWIFTLENS_TEST_NOTEBOOKS=1 asks for it")
    monkeypatch.setenv("SWIFTLENS_WEIGHTS", str(ROOT / "weights"))
    notebook = tmp_path / "notebook.ipynb"
    notebook.write_bytes((ROOT / "notebooks" / f"{name}.ipynb").read_bytes())
    run_module("jupyter", "execute", "--inplace", notebook, seconds=900)
    cells = sum(cell.cell_type == "code" for cell in nbformat.read(notebook, as_version=4).cells)
    options = ["--nbval", "--nbval-cell-timeout=900", "-p", "no:cacheprovider"]
    assert f"{cells} passed" in run_module("pytest", *options, notebook, seconds=900)


def test_papermill_executes(language, tmp_path):
    cells = [nbformat.v4.new_code_cell(cell(language.count, 3)), nbformat.v4.new_code_cell(cell(language.value, 12))]
    run_module("papermill", "--no-progress-bar", save(cells, language, tmp_path / "in.ipynb"), tmp_path / "out.ipynb")
    printed, value = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert printed.outputs[0].text == "0\n1\n2\n" and value.outputs[0].data["text/plain"] == "12"


def test_papermill_gives_parameters_to_a_swift_notebook(kernels, tmp_path):
    sources = ["let steps = 1", 'print(steps + 1, name, fast, rate, heads, sizes["a"] ?? 0)']
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    cells[0].metadata["tags"] = ["parameters"]
    arguments = ["-p", "steps", "3", "-p", "name", 'a "quoted" \\ name', "-p", "fast", "True", "-p", "rate", "0.5"]
    arguments += ["-y", "heads: [1, 2]", "-y", "sizes: {a: 7}"]
    program = ROOT / "Tools" / "papermill" / "papermill_swift.py"
    files = [save(cells, SWIFT, tmp_path / "in.ipynb"), tmp_path / "out.ipynb"]
    subprocess.run([sys.executable, program, "--no-progress-bar", *files, *arguments], check=True)
    ran = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert ran[-1].outputs[0].text == '4 a "quoted" \\ name true 0.5 [1, 2] 7\n'


def test_papermill_lists_the_parameters_of_a_swift_notebook(tmp_path):
    source = 'let steps: Int = 3  // how many\nvar page = "https://a.b"\nprint(steps)'
    cell = nbformat.v4.new_code_cell(source, metadata={"tags": ["parameters"]})
    program = ROOT / "Tools" / "papermill" / "papermill_swift.py"
    file = save([cell], SWIFT, tmp_path / "in.ipynb")
    said = subprocess.run([sys.executable, program, file, "--help-notebook"], check=True, capture_output=True, text=True)
    assert "steps: Int (default 3)" in said.stdout and "how many" in said.stdout
    assert 'page: Unknown type (default "https://a.b")' in said.stdout and "introspection" not in said.stderr


def test_papermill_stops_at_an_error(language, tmp_path):
    cells = [nbformat.v4.new_code_cell(language.error), nbformat.v4.new_code_cell(cell(language.value, 1))]
    said = run_module(
        "papermill", "--no-progress-bar", save(cells, language, tmp_path / "bad.ipynb"), tmp_path / "out.ipynb",
        succeeds=False,
    )
    assert "PapermillExecutionError" in said
    ran = [c for c in nbformat.read(tmp_path / "out.ipynb", as_version=4).cells if c.cell_type == "code"]
    assert ran[-1].outputs == []


def test_a_console_runs_cells_asks_and_is_stopped(language):
    console = pexpect.spawn(
        sys.executable, ["-m", "jupyter_console", "--kernel", language.kernel, "--simple-prompt"], encoding="utf-8",
        timeout=PATIENCE,
    )
    console.expect(r"In \[1\]:")
    console.sendline(cell(language.value, 12))
    console.expect(r"Out\[1\]: 12\s")
    console.expect(r"In \[2\]:")
    console.sendline(language.ask)
    console.expect(re.escape(language.ask))
    console.sendline("Mary")
    console.expect(rf"Out\[2\]: {re.escape(language.answer)}")
    console.expect(r"In \[3\]:")
    console.sendline(language.endless)
    console.expect(re.escape(language.endless))
    time.sleep(2)  # the console must have begun to wait for the cell
    console.sendintr()
    console.expect("stopped")
    console.expect(r"In \[4\]:")
    console.sendeof()
    console.expect("exit")
    console.sendline("y")
    console.expect(pexpect.EOF)
    console.close()
