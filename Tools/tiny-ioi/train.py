"""Makes tiny-ioi from nothing: `python train.py` writes its folder. See README.md."""

import argparse
from pathlib import Path

from tiny_ioi.training import Training

HOME = Path(__file__).resolve().parents[2] / "weights" / "tiny-ioi"

if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, default=HOME, help="folder to write")
    options.add_argument("--steps", type=int, default=1000)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    Training(given.out, given.steps, given.seed).run()
