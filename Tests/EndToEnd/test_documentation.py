"""The documentation's site: made from the sources, every link leads somewhere, every cell on its pages runs."""

import json
import shutil
import subprocess
import sys

import pytest
from conftest import BUILD, ROOT, SWIFTLENS

pytestmark = pytest.mark.skipif(shutil.which("docc") is None, reason="docc, which comes with Swift's toolchain, is not on the path")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    out = tmp_path_factory.mktemp("site") / "docs"
    run = subprocess.run(
        [sys.executable, ROOT / "Tools" / "docs" / "build.py", SWIFTLENS, BUILD, out], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    return out


def test_each_page_and_declaration_is_there(site):
    pages = site / "documentation" / "swiftlens"
    for name in ["gettingstarted", "celllanguage", "hookpoints", "pictures", "hookedtransformer", "tensor", "ablationpanel"]:
        assert (pages / name / "index.html").exists(), name


def test_members_of_other_modules_stand_with_their_type(site):
    methods = {path.name.split("(")[0] for path in (site / "data/documentation/swiftlens/hookedtransformer").glob("*.json")}
    assert {"frompretrained", "runwithcache", "ablateheads"} <= {name.lower() for name in methods}


def test_pictures_are_those_that_the_cells_showed(site):
    page = json.loads((site / "data/documentation/swiftlens/pictures.json").read_text(encoding="utf-8"))
    images = [reference for reference in page["references"].values() if reference["type"] == "image"]
    assert len(images) >= 6
    for image in images:
        assert (site / image["variants"][0]["url"].lstrip("/")).stat().st_size > 1000
