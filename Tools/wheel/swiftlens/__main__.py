"""`python -m swiftlens …` is `swiftlens …`."""

import os
import sys

from swiftlens import executable

path = executable()
os.execv(path, [path, *sys.argv[1:]])
