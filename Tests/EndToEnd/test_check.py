"""`swiftlens check`: whether a shared notebook still says the same."""

import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from conftest import SWIFTLENS
from sessions import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "notebooks" / "ablation-experiment.ipynb"


def check(*arguments, **environment):
    return subprocess.run(
        [SWIFTLENS, "check", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=1200,
        env={**os.environ, **environment},
    )


def code(source, *outputs, tags=()):
    return {
        "cell_type": "code",
        "execution_count": 1,
        "metadata": {"tags": list(tags)} if tags else {},
        "outputs": list(outputs),
        "source": source,
    }


def printed(text):
    return {"output_type": "stream", "name": "stdout", "text": text}


def write(path, *cells, **metadata):
    document = {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 4}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["superposition", "linear-probe"])
def test_short_shipped_notebooks_say_the_same(name):
    run = check(ROOT / "notebooks" / f"{name}.ipynb")
    assert run.returncode == 0, run.stdout


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A notebook that was executed, with a table, an error and progress."""
    folder = tmp_path_factory.mktemp("small")
    cells = [
        code("let x = 1.0 / 3\nprint(x, 12)"),
        code("for i in progress(0..<3) { print(i) }"),
        code('table([["a", "0.25"], ["b", "3"]], columns: ["name", "score"])'),
        code("[1, 2][5 - 1]", tags=["raises-exception"]),
        code("heatMap(Tensor([[0.5, x], [-1.0, 2.0]]), title: \"Map\")"),
    ]
    notebook = write(folder / "in.ipynb", *cells)
    run = subprocess.run([SWIFTLENS, "run", notebook, "-o", folder / "out.ipynb"], capture_output=True, text=True, timeout=PATIENCE)
    assert run.returncode == 0, run.stderr
    return folder / "out.ipynb"


def changed(path, target, change):
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document["cells"])
    target.write_text(json.dumps(document), encoding="utf-8")
    return target


def test_a_notebook_says_the_same(small):
    result = check(small)
    assert (result.returncode, result.stdout) == (0, f"{small}: 5 cells say the same\n"), result.stdout


def test_each_difference_is_told_by_cell_place_values_and_size(small, tmp_path):
    def change(cells):
        cells[0]["outputs"][0]["text"] = ["0.3343333333333333 13\n"]
        cells[2]["outputs"][0]["data"]["text/html"] = [
            line.replace("0.25", "0.35") for line in cells[2]["outputs"][0]["data"]["text/html"]
        ]
        cells[3]["outputs"][0]["evalue"] = "another"

    result = check(changed(small, tmp_path / "changed.ipynb", change))
    lines = result.stdout.splitlines()
    # What was changed by hand does not come from where the notebook says.
    assert "outputs were changed" in lines.pop(1)
    assert result.returncode == 1
    assert lines[0].endswith("changed.ipynb: 3 of 5 cells say something else")
    assert lines[1:4] == [
        "  cell 1, printed text, number 1: 0.3343333333333333 then, 0.3333333333333333 now (off by 0.001, 0.299 %)",
        "  cell 1, printed text, number 2: 13 then, 12 now (off by 1, 7.69 %)",
        "  cell 3, output, table, row 2, column 2: 0.35 then, 0.25 now (off by 0.1, 28.6 %)",
    ]
    assert lines[4].startswith("  cell 4, error: ") and "another then, " in lines[4]


def test_tolerance_comes_from_options_or_from_a_tag(tmp_path):
    plain = write(tmp_path / "plain.ipynb", code("print(0.5, 3)", printed("0.51 3\n")))
    tagged = write(tmp_path / "tagged.ipynb", code("print(0.5, 3)", printed("0.51 4\n"), tags=["tolerance=1.5"]))
    left_out = write(tmp_path / "out.ipynb", code("print(0.5)", printed("7\n"), tags=["skip-check"]), code("1", tags=[]))
    assert check(plain).returncode == 1
    assert check(plain, "--absolute", "0.02").returncode == 0
    assert check(plain, "--relative", "0.1").returncode == 0
    assert check(tagged).returncode == 0
    assert check(left_out).stdout.splitlines()[1:] == ["  cell 2, number of outputs: 0 then, 1 now"]


def test_update_saves_the_new_outputs_and_where_they_come_from(small, tmp_path):
    target = changed(small, tmp_path / "changed.ipynb", lambda cells: cells[0]["outputs"].clear())
    result = check("--update", target)
    assert result.returncode == 0 and "saved the new outputs of 1" in result.stdout
    document = json.loads(target.read_text(encoding="utf-8"))
    assert document["cells"][0]["outputs"] == [printed(["0.3333333333333333 12\n"])]
    assert document["metadata"]["swiftlens"].keys() == {"files", "outputs", "processor", "seed", "threads", "version"}
    assert check(target).returncode == 0


def test_a_failing_cell_ends_the_check_and_nothing_is_saved(tmp_path):
    notebook = write(tmp_path / "n.ipynb", code("[1][3]", printed("5\n")), code("print(1)", printed("1\n")))
    before = notebook.read_bytes()
    result = check("--update", notebook)
    assert result.returncode == 1 and "error: none then, RuntimeError" in result.stdout
    assert "nothing is saved, because cell 1 fails" in result.stdout
    assert notebook.read_bytes() == before


def test_a_notebook_without_outputs_is_no_success(tmp_path):
    cell = code("print(1)")
    cell["execution_count"] = None
    result = check(write(tmp_path / "n.ipynb", cell))
    assert result.returncode == 1 and "was saved without outputs" in result.stdout


def test_files_that_cannot_be_checked_are_told_and_the_others_checked(small, tmp_path):
    (tmp_path / "bad.ipynb").write_text("{")
    odd = tmp_path / "odd.ipynb"
    odd.write_text('{"nbformat": 4, "cells": {}}')
    result = check(tmp_path / "bad.ipynb", tmp_path / "none.ipynb", small, odd)
    assert result.returncode == 2
    lines = result.stdout.splitlines()
    assert "is no notebook" in lines[0] and "No such file" in lines[1] and lines[2].endswith("5 cells say the same")
    assert lines[3] == f"{odd}: cells is an object, and a list is needed"


def test_junit_holds_each_cell(small, tmp_path):
    target = changed(small, tmp_path / "changed.ipynb", lambda cells: cells[0]["outputs"].clear())
    check(small, target, "--junit", tmp_path / "report.xml")
    suites = ElementTree.parse(tmp_path / "report.xml").getroot().findall("testsuite")
    assert [(suite.get("tests"), suite.get("failures")) for suite in suites] == [("5", "0"), ("5", "1")]
    assert "0 lines then, 1 line now" in suites[1].find("testcase/failure").get("message")


def test_another_model_file_is_told_first(tmp_path):
    weights = tmp_path / "weights" / "tiny-ioi"
    shutil.copytree(ROOT / "weights" / "tiny-ioi", weights)
    load = 'let model = try HookedTransformer.fromPretrained("tiny-ioi")\nprint(model.cfg.nLayers)'
    notebook = write(tmp_path / "n.ipynb", code(load))
    environment = {"SWIFTLENS_WEIGHTS": str(tmp_path / "weights")}
    assert check("--update", notebook, **environment).returncode == 0
    stored = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]["swiftlens"]
    assert {file["name"] for file in stored["files"]} >= {"tiny-ioi/config.json", "tiny-ioi/model.safetensors"}
    config = weights / "config.json"
    config.write_text(config.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    result = check(notebook, **environment)
    assert result.returncode == 0
    assert result.stdout.splitlines()[1].startswith("  note: another model file: tiny-ioi/config.json (sha256 ")


def test_what_a_front_end_executed_is_not_told_to_come_from_an_earlier_run(tmp_path):
    """nbconvert keeps the notebook's metadata, but for what the kernel says of the language."""
    notebook = write(
        tmp_path / "n.ipynb", code('print(ProcessInfo.processInfo.environment["WORD"] ?? "none")'),
        kernelspec={"name": "swiftlens", "language": "swift", "display_name": "SwiftLens"})  # fmt: skip
    run = [SWIFTLENS, "run", notebook, "--output", notebook]
    subprocess.run(run, check=True, capture_output=True, env={**os.environ, "WORD": "a", "OPENBLAS_NUM_THREADS": "1"})
    assert json.loads(notebook.read_text())["metadata"]["swiftlens"]["threads"] == 1

    def notes(word):
        convert = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output", f"{word}.ipynb", notebook]
        environment = {**os.environ, "WORD": word, "OPENBLAS_NUM_THREADS": "2"}
        subprocess.run(convert, check=True, capture_output=True, env=environment)
        result = check(tmp_path / f"{word}.ipynb", WORD=word, OPENBLAS_NUM_THREADS="1")
        assert result.returncode == 0, result.stdout
        return result.stdout.splitlines()[1:]

    # The outputs that the earlier run had left, and others.
    assert notes("a") == []
    assert notes("b") == [
        "  note: outputs were changed, or a front end executed it, since it was noted where they come from",
        "  note: threads: 2 then, 1 now",
    ]


@pytest.mark.parametrize(
    "environment",
    [
        {"OPENBLAS_NUM_THREADS": "1"},
        {"OPENBLAS_NUM_THREADS": "2", "OPENBLAS_CORETYPE": "Haswell"},
        {"OPENBLAS_NUM_THREADS": "2", "OPENBLAS_CORETYPE": "Zen"},
        {"OPENBLAS_NUM_THREADS": "1", "OPENBLAS_CORETYPE": "SkylakeX"},
    ],
    ids=lambda environment: " ".join(environment.values()),
)
def test_the_shipped_notebook_says_the_same(environment):
    if environment.get("OPENBLAS_CORETYPE") == "SkylakeX" and "avx512f" not in Path("/proc/cpuinfo").read_text():
        pytest.skip("this processor has no AVX-512")
    result = check(SHIPPED, **environment)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("name", ["attribution", "real-model", "optimal-ablation", "real-ablations"])
def test_the_other_notebooks_say_the_same_on_one_thread_and_another_processor(name):
    if name.startswith("real-") and not (ROOT / "weights" / "smollm2-135m.gguf").exists():
        pytest.skip("its model is not there: python3 Tools/real-models/fetch.py smollm2-135m")
    if name in ("optimal-ablation", "real-ablations") and os.environ.get("SWIFTLENS_TEST_NOTEBOOKS") != "1":
        pytest.skip("it takes minutes: SWIFTLENS_TEST_NOTEBOOKS=1 asks for it")
    result = check(ROOT / "notebooks" / f"{name}.ipynb", OPENBLAS_NUM_THREADS="1", OPENBLAS_CORETYPE="Haswell")
    assert result.returncode == 0, result.stdout


def test_one_digit_of_the_shipped_notebook_is_found_in_a_text_and_in_a_picture(tmp_path):
    document = json.loads(SHIPPED.read_text(encoding="utf-8"))

    def replace(old, new):
        """In the first output that has it."""
        for cell in document["cells"]:
            for output in cell.get("outputs", []):
                for holder, key in [(output, "text"), (output.get("data", {}), "text/plain")]:
                    if old in "".join(holder.get(key, "")):
                        holder[key] = "".join(holder[key]).replace(old, new, 1)
                        return
        raise AssertionError(f"{old} is not there")

    replace("-17.67", "-17.66")
    replace("L4H11 0.309", "L4H11 0.308")
    (tmp_path / "changed.ipynb").write_text(json.dumps(document), encoding="utf-8")
    result = check(tmp_path / "changed.ipynb")
    assert result.returncode == 1
    # Notes say that this machine has another processor, or other threads, than where it was executed.
    lines = [line for line in result.stdout.splitlines() if not line.startswith("  note:")]
    assert "2 of 28 cells" in lines[0]
    assert "-17.66 then, -17.67 now (off by 0.01, " in lines[1] and "0.308 then, 0.309 now (off by 0.001, " in lines[2]
