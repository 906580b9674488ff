"""What one value, one error, one table and one progress bar send, seen from a front end."""

import pytest
from conftest import wait_until
from languages import SWIFT
from sessions import PATIENCE


@pytest.fixture(scope="module")
def language():
    return SWIFT


MOST = 540_000


def shown(result):
    """Every representation of what a cell shows."""
    return [text for kind, content in result.outputs if "data" in content for text in content["data"].values()]


@pytest.mark.parametrize(
    "cell",
    [
        'String(repeating: "x", count: 3_000_000)',
        '[String(repeating: "x", count: 3_000_000)]',
        '["key": String(repeating: "x", count: 3_000_000)]',
        'display(MIMEBundle(plain: String(repeating: "x", count: 3_000_000)))',
        "table((0..<200_000).map { [\"row \\($0)\", \"\\($0)\"] }, columns: [\"name\", \"number\"])",
        'table([[String(repeating: "x", count: 3_000_000)]], columns: ["text"])',
    ],
    ids=["text", "array", "dictionary", "display", "rows", "cell"],
)
def test_a_long_value_is_bounded_and_says_how_to_see_more(shared, cell):
    result = shared.run(cell)
    assert result.status == "ok", result.error
    assert shown(result) and all(len(text) < MOST for text in shown(result))
    assert any("left out here" in text or "are shown" in text or "…" in text for text in shown(result))
    assert shared.lives()


def test_a_long_error_is_bounded(shared):
    result = shared.run('struct Big: Error { var text: String }\nthrow Big(text: String(repeating: "x", count: 3_000_000))')
    assert result.status == "error" and "Big" in result.reply["ename"]
    assert len(result.reply["evalue"]) < 100_000 and sum(map(len, result.reply["traceback"])) < 100_000


def test_the_message_alone_carries_the_way_out(shared):
    shared.run("let kept = 41")
    result = shared.run("keptt + 1")
    assert "did you mean 'kept'?" in result.reply["evalue"]


def texts(result):
    return [
        (kind, content["data"]["text/plain"], content["transient"].get("display_id"))
        for kind, content in result.outputs
        if "data" in content
    ]


def test_a_progress_bar_goes_on_in_another_cell(shared):
    first = texts(shared.run('let bar = ProgressBar(total: 3, title: "q")\nbar.advance()'))
    name = first[0][2]
    assert first == [("display_data", "q: 0/3 0%", name), ("update_display_data", "q: 1/3 33%", name)]
    second = texts(shared.run("bar.advance()\nbar.advance()\nbar.finish()"))
    assert [(kind, text.split("%")[0], id) for kind, text, id in second] == [
        ("update_display_data", "q: 2/3 66", name), ("update_display_data", "q: 3/3 done", name)
    ]


def test_a_short_loop_shows_its_end_at_once(shared):
    message = shared.client.execute("for i in progress(0..<2) { _ = i }\nwhile true {}")
    try:
        while True:
            received = shared.client.get_iopub_msg(timeout=PATIENCE)
            data = received["content"].get("data", {})
            if received["msg_type"] == "update_display_data" and data["text/plain"] == "2/2 done":
                break
    finally:
        shared.manager.interrupt_kernel()
    assert shared.collect(message).reply["ename"] == "KeyboardInterrupt"


def test_memory_of_what_is_gone_is_given_back(session):
    session.run("var held: [Tensor] = []\nfor _ in 0..<100 { held.append(Tensor.ones([1 << 18])) }")
    full = session.memory
    text = session.run("held = []\n%memory").value
    assert "held for reuse by the next tensors" in text
    wait_until(lambda: session.memory < full - 80)
    assert "held for reuse" not in session.run("%memory").value
