"""Cells that make the same things happen in different kernels, so that one test serves all of them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """The name of a kernel, and a cell for each thing that a kernel must carry.

    A field that is None names something that the language cannot do.
    """

    kernel: str
    name: str
    """What kernelspecs call the language."""
    value: str
    """Has the integer N as its value."""
    error: str
    """Fails while it runs."""
    endless: str
    """Runs until it is stopped."""
    count: str
    """Prints the numbers below N, each on a line."""
    shows: str
    """Shows N displays, one after another."""
    show_html: str
    """Shows a display that has HTML."""
    progress: str
    """Updates one display in N steps; the text of the last one holds N."""
    ask: str
    """Asks the user, and has the answer as its value."""
    library: str | None
    """Has a C library print `from a library`, past the interpreter."""
    answer: str
    """The value of `ask` when the user types Mary."""


ECHO = Language(
    kernel="echo",
    name="echo",
    value="value N",
    error="fail no",
    endless="loop",
    count="count N",
    shows="shows N",
    show_html="show x",
    progress="progress N",
    ask="ask name? ",
    library="library from a library",
    answer="Mary",
)

SWIFT = Language(
    kernel="swiftlens",
    name="swift",
    value="N",
    error="[1, 2, 3][7 + 0]",
    endless="while true {}",
    count="for i in 0..<N { print(i) }",
    shows="for _ in 0..<N { display(heatMap(Tensor.zeros([1, 1]))) }",
    show_html="display(heatMap(Tensor.zeros([1, 1])))",
    progress="for _ in progress(0..<N) {}",
    ask='readLine() ?? "nobody"',
    library=None,
    answer='"Mary"',
)

LANGUAGES = [ECHO, SWIFT]


def cell(template, number):
    """The cell of a language for that number."""
    return template.replace("N", str(number))
