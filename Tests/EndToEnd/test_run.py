"""`swiftlens run`: cells without a front end."""

import json
import re
import signal
import subprocess
import time

import pytest
from conftest import SWIFTLENS
from sessions import PATIENCE


def run(file, text=None):
    return subprocess.run([SWIFTLENS, "run", str(file)], input=text, capture_output=True, text=True, timeout=PATIENCE)


@pytest.fixture
def notebook(tmp_path):
    sources = ["let a = 1\nprint(\"first\")", "a + 1", "[1, 2, 3][7 + 0]", 'print("last")']
    cells = [{"cell_type": "code", "source": source, "metadata": {}} for source in sources]
    cells.insert(0, {"cell_type": "markdown", "source": "not code", "metadata": {}})
    path = tmp_path / "notebook.ipynb"

    def write(tags):
        cells[3]["metadata"] = {"tags": tags}
        path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
        return path

    return write


def test_a_file_of_cells_shows_what_they_print_and_their_values(tmp_path):
    file = tmp_path / "cells.swift"
    file.write_text('let a = 20\nprint("one")\n// %% another cell\na + 1\n// %%\n')
    result = run(file)
    assert (result.returncode, result.stdout, result.stderr) == (0, "one\n21\n", "")


def test_standard_input_is_a_file(tmp_path):
    assert run("-", 'print("hello")').stdout == "hello\n"


def test_memory_names_what_holds_tensors_and_the_limit_of_what_is_kept_of_earlier_runs():
    load = 'let model = try HookedTransformer.fromPretrained("tiny-ioi")\nlet (_, cache) = try model.runWithCache([[1, 2]])'
    lines = run("-", f"{load}\n%memory").stdout.splitlines()
    assert re.fullmatch(r"\d+ MiB in use, \d+ MiB at most so far", lines[0])
    assert re.fullmatch(r"model +HookedTransformer +\d+\.\d MB, kept of earlier runs: 1 run, \d+\.\d of 96\.0 MB", lines[1])
    assert re.fullmatch(r"cache +ActivationCache +\d+\.\d MB", lines[2])
    assert re.fullmatch(r"\d+\.\d MB in variables", lines[3])


def test_a_command_in_the_middle_of_a_cell_shows_its_page_there():
    lines = run("-", 'let a = 7\nprint("before")\n%who\nprint("after")\n%help abs\na').stdout.splitlines()
    assert lines[:4] == ["before", "name  type  shape  bytes  value", "a     Int          8      7", "after"]
    assert len(lines) > 5 and lines[-1] == "7"


def test_what_only_a_notebook_has_says_so(tmp_path):
    file = tmp_path / "steering.swift"
    file.write_text("let alpha = 2.5")
    said = run("-", f"%load {file}")
    assert said.returncode == 1 and "there is none here" in said.stderr, said.stderr


def test_the_first_error_ends_the_run_and_names_its_cell(notebook):
    result = run(notebook([]))
    assert (result.returncode, result.stdout) == (1, "first\n2\n")
    assert "notebook.ipynb, cell 3" in result.stderr and "\x1b" not in result.stderr


def test_a_cell_may_announce_its_error(notebook):
    result = run(notebook(["raises-exception"]))
    assert (result.returncode, result.stdout) == (0, "first\n2\nlast\n")


@pytest.mark.parametrize(
    "name, text, expected", [("missing.swift", None, "No such file"), ("bad.ipynb", "no JSON", "no notebook")]
)
def test_what_cannot_be_run_is_named(tmp_path, name, text, expected):
    if text is not None:
        (tmp_path / name).write_text(text)
    result = run(tmp_path / name)
    assert result.returncode == 1 and name in result.stderr and expected in result.stderr


def test_control_c_stops_the_run(tmp_path):
    file = tmp_path / "endless.swift"
    file.write_text('print("begun")\nwhile true {}')
    process = subprocess.Popen([SWIFTLENS, "run", file], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130 and "stopped" in said


def test_control_c_stops_a_question(tmp_path):
    file = tmp_path / "question.swift"
    file.write_text('print("begun")\nreadLine()')
    process = subprocess.Popen(
        [SWIFTLENS, "run", file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "begun\n"
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    process.wait(timeout=PATIENCE)
    assert process.returncode == 130


def test_a_reader_that_has_seen_enough_ends_the_run(tmp_path):
    file = tmp_path / "many.swift"
    file.write_text("for i in 0..<10_000_000 { print(i) }")
    process = subprocess.Popen([SWIFTLENS, "run", file], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "0\n"
    process.stdout.close()
    assert process.wait(timeout=PATIENCE) == -signal.SIGPIPE
    assert process.stderr.read() == ""


@pytest.mark.parametrize(
    "step",
    [
        "any.append([1])", "kept[kept.count] = [1]", "functions.append({ kept.count })", "texts.append(\"text \\(texts.count)\")",
        "chain = .link(chain)", "any.append(any)", "let f = functions.last!\nfunctions.append({ f() + 1 })",
    ])
def test_growth_under_a_limit_on_addresses_is_an_error_that_names_it(tmp_path, step):
    cells = tmp_path / "cells.swift"
    cells.write_text(
        "indirect enum Chain { case end; case link(Chain) }\nvar chain = Chain.end\nvar any: [Any] = []\n"
        "var kept: [Int: [Int]] = [:]\nvar texts: [String] = []\nvar functions: [() -> Int] = [{ 1 }]\n"
        f"// %%\nwhile true {{\n{step}\n}}\n")
    done = run_with_addresses(800_000, cells)
    assert done.returncode == 1, done.stderr[-2000:]
    assert "grown too large: the limit of 781 MB on the address space" in done.stderr or "needed, and" in done.stderr


def test_a_product_after_memory_ran_out_has_its_buffer(tmp_path):
    # OpenBLAS waits for ever for a buffer that the system does not give, also at the process's end.
    notebook = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    for cell, tags in [("var any: [Any] = []\nwhile true { any.append(any) }", ["raises-exception"]),
                       ("let a = Tensor.ones([600, 600])\nprint(a.matmul(a).sum())", [])]:
        notebook["cells"].append({"cell_type": "code", "id": f"c{len(notebook['cells'])}", "metadata": {"tags": tags},
                                  "execution_count": None, "outputs": [], "source": cell})
    file = tmp_path / "full.ipynb"
    file.write_text(json.dumps(notebook))
    done = run_with_addresses(800_000, file)
    assert "grown too large" in done.stderr, done.stderr[-2000:]
    assert done.returncode == 0 and "2.1600e+08" in done.stdout or "needed, and" in done.stderr, done.stderr[-2000:]


@pytest.mark.parametrize("kilobytes", [600_000, 800_000, 1_200_000, 2_000_000, 4_000_000])
def test_cells_run_whatever_the_limit_on_addresses(tmp_path, kilobytes):
    cells = tmp_path / "cells.swift"
    cells.write_text("let a = Tensor.ones([600, 600])\nprint(a.matmul(a).sum())")
    done = run_with_addresses(kilobytes, cells)
    assert (done.returncode, done.stdout) == (0, "2.1600e+08\n"), done.stderr[-2000:]


def test_too_few_addresses_are_told_at_the_start(tmp_path):
    cells = tmp_path / "cells.swift"
    cells.write_text("print(1)")
    done = run_with_addresses(300_000, cells)
    assert done.returncode != 0 and "ulimit -v 1000000" in done.stderr, done.stderr[-2000:]


def run_with_addresses(kilobytes, file):
    return subprocess.run(
        ["bash", "-c", f"ulimit -v {kilobytes}; exec {SWIFTLENS} run {file}"], capture_output=True, text=True, timeout=PATIENCE)
