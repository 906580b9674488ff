"""The pictures' scripts in a browser: what is said under the pointer and by the keyboard, on the page of `make test-page`."""

import html
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tools" / "plots"))

import test_page  # noqa: E402
from sessions import PATIENCE  # noqa: E402

BROWSER = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    if BROWSER is None:
        pytest.skip("there is no Chromium on this machine")
    file = tmp_path_factory.mktemp("pictures") / "pictures.html"
    file.write_text(test_page.page(), encoding="utf-8")
    page = subprocess.run(
        [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=10000", "--dump-dom",
         file.as_uri()], capture_output=True, text=True, timeout=PATIENCE, check=True).stdout
    text = page.partition('<pre id="said">')[2].partition("</pre>")[0]
    found = json.loads(html.unescape(text))
    assert found["problems"] == []
    return found["said"]


def test_every_kind_of_picture_is_on_the_page(said):
    assert set(said) == {"attention", "barchart", "heatmap", "histogram", "lineplot", "scatterplot"}


@pytest.mark.parametrize("kind, under_the_pointer, at_the_first_step", [
    ("attention", "Src: <|endoftext|> (0)\nDest:  Mary (1)\nVal: 0.5",
     "Src: <|endoftext|> (0)\nDest: <|endoftext|> (0)\nVal: 1"),
    ("barchart", "Head: 1\ny: -2", "Head: 0\ny: 1"),
    ("heatmap", "Head: 1\nLayer: 0\nValue: -0.5", "Head: 0\nLayer: 0\nValue: 0.25"),
    ("histogram", "Score: 4 to 6\ncount: 2", "Score: 0 to 2\ncount: 2"),
    ("lineplot", "Layer: 0_mid\nclean: 1\ncorrupted: NaN", "Layer: 0_pre\nclean: 0\ncorrupted: 1"),
    ("scatterplot", None, "L0H1\na\nzero: -0.4\nresample: -0.3"),
])
def test_a_picture_says_what_is_pointed_at(said, kind, under_the_pointer, at_the_first_step):
    assert said[kind]["pointer"] == under_the_pointer
    assert said[kind]["keys"][0] == at_the_first_step
    assert said[kind]["keys"][1] != at_the_first_step
    assert said[kind]["afterLeaving"] is None and said[kind]["afterEscape"] is None


def test_masked_attention_is_no_number(said):
    assert said["attention"]["keys"][1] == "Src:  Mary (1)\nDest: <|endoftext|> (0)\nVal: N/A (masked)"


def test_a_click_shows_another_head_and_a_token_its_attention(said):
    assert said["attention"]["heads"] == ["L0H0", "L0H1", "L0H1"]
    assert said["attention"]["tokens"][-1] == "John (2) → John (2): 1|rgb(16, 44, 132)"


def test_a_rectangle_is_enlarged_and_a_double_click_shows_all(said):
    assert said["attention"]["zoomed"] and said["attention"]["whole"]
