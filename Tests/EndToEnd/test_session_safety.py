"""Nothing that a user types ends the kernel or loses the session."""

import time

import pytest


def still_alive(session):
    result = session.run("kept + 1")
    assert result.status == "ok" and result.value == "42"


@pytest.fixture(scope="module")
def safe_session(model_session):
    assert model_session.run("let kept = 41").status == "ok"
    return model_session


@pytest.mark.parametrize(
    "cell, expected",
    [
        ("[1, 2, 3][7]", ["7", "3"]),
        ("func down(_ n: Int) -> Int { down(n + 1) }\ndown(0)", ["recursi"]),
        ("Tensor.zeros([1 << 40, 1 << 20])", ["memory"]),
        ("9223372036854775807 + 1", ["overflow"]),
        ("1 / (kept - 41)", ["zero"]),
        ("let x: Int? = nil\nx!", ["nil"]),
        ("let y: Int = \"one\"", ["Int", "String"]),
        ("keptt", ["keptt", "kept"]),
        ('try model.runWithCache("")\ntry model.runWithCache([[Int]]())', ["empty"]),
        ("try model.runWithCache([[1, 2, 999999]])", ["999999"]),
        ("try model.runWithCache([[Int](repeating: 5, count: 5000)])", ["5000", "512"]),
        ('let (_, c) = try model.runWithCache("When John and Mary went")\ntry c["blocks.0.attn.hook_x"]', ["hook_x", "hook_z"]),
        (
            'try model.runWithHooks("When John", fwdHooks: [Hook("blocks.0.attn.hook_zz") { z, hook in }])',
            ["hook_zz", "blocks.0.attn.hook_z"],
        ),
        (
            'try model.runWithHooks("When John", fwdHooks: [Hook(actName("z", 0)) { z, hook in z = Tensor.zeros([2, 2]) }])',
            ["[2, 2]", "blocks.0.attn.hook_z"],
        ),
        ('try HookedTransformer.fromPretrained("gpt2-smal")', ["gpt2-small"]),
        ('try HookedTransformer.fromPretrained("gpt2-large")', ["hf download"]),
        ("let t = Tensor([[1.0, 2.0]])\nt[0, 5]", ["5", "2"]),
        ("Tensor.zeros([2, 3]) + Tensor.zeros([4, 5])", ["[2, 3]", "[4, 5]"]),
        ("class A {}", ["class"]),
        ("let a = 1\na = 2", ["let"]),
    ],
)
def test_a_mistake_is_an_error_that_says_what_and_the_session_goes_on(safe_session, cell, expected):
    result = safe_session.run(cell)
    assert result.status == "error", result.outputs
    for fragment in expected:
        assert fragment in result.error, result.error
    still_alive(safe_session)


@pytest.mark.parametrize(
    "cell",
    [
        "while true {}",
        "var n = 0\nfunc spin() { while true { n += 1 } }\nspin()",
        "for _ in 0..<1_000_000 { _ = try model([[1, 2, 3, 4, 5, 6, 7, 8]]) }",
    ],
)
def test_an_interrupt_stops_the_cell_and_the_session_goes_on(safe_session, cell):
    message_id = safe_session.client.execute(cell)
    time.sleep(0.5)
    safe_session.manager.interrupt_kernel()
    result = safe_session.collect(message_id, timeout=10)
    assert result.reply["status"] == "error" and result.reply["ename"] == "KeyboardInterrupt"
    still_alive(safe_session)


def test_cells_queued_behind_an_error_do_not_run(session):
    first = session.client.execute("[1][5]")
    second = session.client.execute("let ran = true")
    assert session.collect(first).reply["status"] == "error"
    assert session.collect(second).reply["status"] == "aborted"
    assert session.run("ran").status == "error"
