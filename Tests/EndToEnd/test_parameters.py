"""`swiftlens run NOTEBOOK -p NAME VALUE`: parameters as papermill has them."""

import json
import subprocess

import nbformat
import pytest
from conftest import SWIFTLENS
from sessions import PATIENCE

DECLARED = """\
let layer = 5  // which layer
var scale: Float = 2
let names = ["a", "b"]  // "//" is no comment in a text
let limit: Int? = nil
let label = "x"
let isOn = false
let sizes: [String: Double] = [:]
let rest: [Int] = []"""
SHOW = "print(layer, scale, names, limit as Any, label, isOn, sizes, rest)"


@pytest.fixture
def notebook(tmp_path):
    document = nbformat.v4.new_notebook()
    parameters = nbformat.v4.new_code_cell(DECLARED, metadata={"tags": ["parameters"]})
    document.cells = [nbformat.v4.new_markdown_cell("Text"), parameters, nbformat.v4.new_code_cell(SHOW)]
    nbformat.write(document, tmp_path / "in.ipynb")
    return tmp_path / "in.ipynb"


def run(*arguments):
    return subprocess.run([SWIFTLENS, "run", *map(str, arguments)], capture_output=True, text=True, timeout=PATIENCE)


def test_without_parameters_the_defaults_hold(notebook):
    assert run(notebook).stdout == '5 2.0 ["a", "b"] nil x false [:] []\n'


def test_values_have_the_types_that_are_declared(notebook, tmp_path):
    executed = tmp_path / "executed.ipynb"
    given = "-p layer -3 -p scale 4 -p names [] -p limit 7 -p label 12 -p isOn True".split()
    result = run(*given, notebook, "-p", "sizes", '{"a": 1}', "-p", "rest", "[1, 2]", "--output", executed)
    assert result.returncode == 0, result.stderr
    assert result.stdout == '-3 4.0 [] Optional(7) 12 true ["a": 1.0] [1, 2]\n'
    document = nbformat.read(executed, as_version=4)
    nbformat.validate(document)
    assert [cell.metadata.get("tags") for cell in document.cells] == [None, ["parameters"], ["injected-parameters"], None]
    assert document.cells[2].source.splitlines()[:3] == ["// Parameters", "let layer: Int = -3", "var scale: Float = 4.0"]
    assert [cell.get("execution_count") for cell in document.cells] == [None, 1, 2, 3]
    assert document.cells[3].outputs[0].text == result.stdout
    assert document.metadata.swiftlens.threads >= 1


def test_a_second_run_replaces_the_values_of_the_first(notebook, tmp_path):
    first, second = tmp_path / "first.ipynb", tmp_path / "second.ipynb"
    run(notebook, "-p", "layer", "1", "-o", first)
    assert run(first, "-p", "layer", "2", "-o", second).stdout.startswith("2 ")
    assert len(nbformat.read(second, as_version=4).cells) == 4


def test_values_may_stand_in_a_file(notebook, tmp_path):
    values = tmp_path / "values.json"
    values.write_text(json.dumps({"layer": 9, "limit": None, "names": ["é\n\"\\"], "new": 0.5}), encoding="utf-8")
    result = run(notebook, "-f", values, "-p", "layer", "8")
    assert result.stdout.startswith('8 2.0 ["é\\n\\"\\\\"] nil')
    assert "declares no parameter new; it has layer, scale" in result.stderr


@pytest.mark.parametrize(
    "given, expected",
    [
        (["-p", "layer", "5.5"], "the parameter layer is 5.5, and the notebook declares it as Int"),
        (["-p", "layer", "None"], "the parameter layer is null, and the notebook declares it as Int"),
        (["-p", "isOn", "maybe"], 'the parameter isOn is "maybe", and the notebook declares it as Bool'),
        (["-p", "names", "a"], "write it as JSON, such as [1, 2]"),
        (["-p", "names", '["a", 2]'], 'the parameter names is ["a", 2], and the notebook declares it as [String]'),
        (["-p", "other", "None"], "is null, which has no type in Swift; declare it in the cell tagged parameters"),
        (["-f", '{"other": []}'], "is an empty list, which has no type in Swift"),
        (["-f", '{"other": {"a": 1, "b": "c"}}'], "is a dictionary whose values are of several types"),
        (["-f", "[1]"], "holds no JSON object of parameters"),
        (["-f", "{"], "is no JSON"),
        (["-p", "a b", "1"], '"a b" is no name of a parameter'),
        (["-p", "layer"], "-p wants a name and a value, as in -p layer 5"),
    ],
)
def test_values_that_do_not_fit_are_told(notebook, tmp_path, given, expected):
    if given[0] == "-f":
        (tmp_path / "values.json").write_text(given[1])
        given = ["-f", tmp_path / "values.json"]
    result = run(notebook, *given)
    assert result.returncode != 0 and expected in result.stderr, result.stderr


def test_parameters_are_listed_with_types_and_defaults(notebook):
    lines = run(notebook, "--help-notebook").stdout.splitlines()
    assert lines[0] == "in.ipynb: parameters, to be given with -p NAME VALUE"
    assert "layer: Int" in lines[1] and "= 5" in lines[1] and lines[1].endswith("which layer")
    assert "sizes: [String: Double]" in lines[7] and "limit: Int?" in lines[4]


def test_a_notebook_without_such_a_cell_gets_its_values_first_of_all(tmp_path):
    document = nbformat.v4.new_notebook()
    document.cells = [nbformat.v4.new_code_cell("print(layer + 1)")]
    nbformat.write(document, tmp_path / "in.ipynb")
    result = run(tmp_path / "in.ipynb", "-p", "layer", "5")
    assert result.stdout == "6\n" and "no cell of in.ipynb is tagged parameters" in result.stderr
    assert "no cell is tagged parameters" in run(tmp_path / "in.ipynb", "--help-notebook").stdout


def test_a_cell_that_fails_is_saved_with_its_error(tmp_path):
    document = nbformat.v4.new_notebook()
    document.cells = [nbformat.v4.new_code_cell(text) for text in ("print(1)", "[1][2]", "print(3)")]
    nbformat.write(document, tmp_path / "in.ipynb")
    result = run(tmp_path / "in.ipynb", "--output", tmp_path / "out.ipynb")
    assert result.returncode == 1
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert [[output.output_type for output in cell.outputs] for cell in cells] == [["stream"], ["error"], []]


def test_parameters_are_for_notebooks(tmp_path):
    (tmp_path / "cells.swift").write_text("print(1)")
    result = run(tmp_path / "cells.swift", "-p", "layer", "5")
    assert result.returncode == 1 and "for notebooks" in result.stderr
