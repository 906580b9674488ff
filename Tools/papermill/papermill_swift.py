"""papermill for Swift notebooks: its parameters become Swift constants.

    python Tools/papermill/papermill_swift.py IN.ipynb OUT.ipynb -p steps 3 -p prompt "When John"

papermill itself has no words for Swift. This module teaches it, and is otherwise papermill's own command. To use papermill
from Python, `import papermill_swift` before `papermill.execute_notebook(...)`.
"""

import math
import re

from papermill.cli import papermill
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

# `let steps: Int = 3  // how many`: name, type, value, remark.
DECLARATION = re.compile(r"(?:let|var)\s+(\w+)\s*(?::\s*([^=]+?))?\s*=\s*(.*?)(?:\s+//\s*(.*))?$")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


class SwiftTranslator(Translator):
    """Python values as Swift literals."""

    @classmethod
    def translate_none(cls, val):
        raise ValueError("a parameter without a value has no type in Swift; leave it out")

    @classmethod
    def translate_bool(cls, val):
        return "true" if val else "false"

    @classmethod
    def translate_float(cls, val):
        if math.isfinite(val):
            return repr(float(val))
        return "Double.nan" if math.isnan(val) else f"{'-' if val < 0 else ''}Double.infinity"

    @classmethod
    def translate_str(cls, val):
        return '"' + "".join(ESCAPES.get(character, character) for character in val) + '"'

    translate_escaped_str = translate_str

    @classmethod
    def translate_list(cls, val):
        cls.refuse_if_empty(val, "list")
        return "[" + ", ".join(cls.translate(element) for element in val) + "]"

    @classmethod
    def translate_dict(cls, val):
        cls.refuse_if_empty(val, "dictionary")
        return "[" + ", ".join(f"{cls.translate(key)}: {cls.translate(value)}" for key, value in val.items()) + "]"

    @classmethod
    def inspect(cls, parameters_cell):
        """The constants and variables that the cell declares, a line each."""
        found = filter(None, map(DECLARATION.match, parameters_cell["source"].splitlines()))
        return [Parameter(name, kind or "None", value, remark or "") for name, kind, value, remark in (m.groups() for m in found)]

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val}"

    @staticmethod
    def refuse_if_empty(val, kind):
        if not val:
            raise ValueError(f"an empty {kind} has no type in Swift; write it in the notebook")


papermill_translators.register("swift", SwiftTranslator)

if __name__ == "__main__":
    papermill()
