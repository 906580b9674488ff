"""Nothing that a user types ends the kernel or loses the session."""

import time

import pytest
from conftest import running
from languages import SWIFT


@pytest.fixture(scope="module")
def session(kernels):
    """A kernel with a model and a variable, which every mistake below must leave alone."""
    with running(SWIFT) as session:
        assert session.run("let kept = 41").status == "ok"
        loaded = session.run('let model = try HookedTransformer.fromPretrained("tiny-ioi")')
        assert loaded.status == "ok", loaded.error
        yield session


def check_alive(session):
    assert session.run("kept + 1").value == "42"
    assert session.run("model.cfg.nLayers").value == "12"


MISTAKES = [
    # Arithmetic and containers.
    ("[1, 2, 3][7]", ["7", "3"]),
    ("9223372036854775807 + kept", ["range of Int"]),
    ("1 / (kept - 41)", ["zero"]),
    ("1 % (kept - 41)", ["zero"]),
    ("let x: Int? = nil\nx!", ["nil"]),
    ("Int(1e300)", ["1e+300"]),
    ("let reversed = 5...(kept - 41)", ["0"]),
    ('String(repeating: "x", count: 0 - kept)', ["-41"]),
    ('"abc"["abc".index("abc".startIndex, offsetBy: 9)]', []),
    ("[Int](repeating: 0, count: 1 << 50)", ["memory"]),
    ("fatalError(\"by hand\")", ["by hand"]),
    ("precondition(kept == 0)", []),
    # Recursion.
    ("func down(_ n: Int) -> Int { down(n + 1) + 1 }\ndown(0)", ["down"]),
    ("struct A { var next: Int { next } }\nA().next", ["next"]),
    # Types and names, found before the cell runs.
    ('let y: Int = "one"', ["Int", "String"]),
    ("keptt", ["keptt", "kept"]),
    ("let a = 1\na = 2", ["let"]),
    ("class A {}", ["class"]),
    ("let 1 = 2", []),
    ("}", []),
    # Tensors.
    ("Tensor.zeros([1 << 40, 1 << 10])", ["memory"]),
    ("Tensor.zeros([1 << 40, 1 << 20])", ["a tensor can't have the shape", "more than can be counted"]),
    ("Tensor.zeros([0 - kept])", ["-41"]),
    ("let t = Tensor([[1.0, 2.0]])\nt[0, 5]", ["5", "2"]),
    ("Tensor.zeros([2, 3]) + Tensor.zeros([4, 5])", ["[2, 3]", "[4, 5]"]),
    ("Tensor.zeros([2, 3]).matmul(Tensor.zeros([4, 5]))", ["[2, 3]", "[4, 5]"]),
    ('einsum("i j, j k -> i k", Tensor.zeros([2, 3]), Tensor.zeros([4, 5]))', ["3", "4"]),
    # The model.
    ("try model.runWithCache([[Int]]())", ["no prompt"]),
    ("try model.runWithCache([[1, 2, 999999]])", ["999999"]),
    ("try model.runWithCache([[Int](repeating: 5, count: 5000)])", ["5000"]),
    ('let (_, c) = try model.runWithCache("When John and Mary went")\ntry c["blocks.0.attn.hook_x"]', ["hook_x", "hook_q"]),
    (
        'try model.runWithHooks("When John", fwdHooks: [Hook("blocks.0.attn.hook_zz") { z, hook in }])',
        ["hook_zz", "blocks.0.attn.hook_z"],
    ),
    (
        'try model.runWithHooks("When John", fwdHooks: [Hook(actName("z", 0)) { z, hook in z = Tensor.zeros([2, 2]) }])',
        ["[2, 2]", "blocks.0.attn.hook_z"],
    ),
    (
        'try model.runWithHooks("When John", fwdHooks: [Hook(actName("z", 0)) { z, hook in z[0, 99] = 0 }])',
        ["99"],
    ),
    ('try HookedTransformer.fromPretrained("gpt2-smal")', ["gpt2-small"]),
    ('try HookedTransformer.fromPretrained("gpt2-large")', ["hf download"]),
    ('try HookedTransformer.fromPretrained("/nowhere/at/all")', ["/nowhere/at/all"]),
    ('try model.toSingleToken(" two words")', []),
    # Commands.
    ("%nosuchcommand", ["nosuchcommand", "help"]),
    ("%help nosuchname", ["nosuchname"]),
]


@pytest.mark.parametrize("cell, expected", MISTAKES, ids=[cell.split("\n")[-1][:40] for cell, _ in MISTAKES])
def test_a_mistake_is_an_error_that_says_what_and_the_session_goes_on(session, cell, expected):
    result = session.run(cell)
    assert result.status == "error", result.outputs
    for fragment in expected:
        assert fragment in result.error, result.error
    check_alive(session)


ENDLESS = [
    "while true {}",
    "var n = 0\nfunc spin() { while true { n += 1 } }\nspin()",
    "func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }\nfib(60)",
    "for i in 0..<1_000_000_000_000 { _ = i }",
    "while true { _ = (0..<1_000_000).map { $0 * 2 }.reduce(0, +) }",
    "for _ in 0..<1_000_000 { _ = try model([[1, 2, 3, 4, 5, 6, 7, 8]]) }",
    "while true { _ = try model.runWithHooks(\"When John\", fwdHooks: [Hook(actName(\"z\", 0)) { z, hook in while true {} }]) }",
    "while true { do { while true {} } catch {} }",
    "for i in progress(0..<50_000_000) { _ = i }",
    "while true { print(\"again\") }",
    "while true { _ = try model.ablateHeads(\"When John and Mary went\", position: .last, methods: [.zero], metric: { $0.mean() }) }",
    'while true { _ = try HookedTransformer.fromPretrained("tiny-ioi") }',
    'while true { _ = try detectHead(model, "one two three one two three", .inductionHead) }',
    "func deeper(_ n: Int) -> Int { n == 0 ? 0 : 1 + deeper(n - 1) }\nwhile true { _ = deeper(500) }",
    "let big = Tensor.ones([2048, 2048])\nvar product = big\nwhile true { product = product.matmul(big) }",
]


@pytest.mark.parametrize("cell", ENDLESS, ids=[cell[:40] for cell in ENDLESS])
def test_an_interrupt_stops_the_cell_and_the_session_goes_on(session, cell):
    message_id = session.client.execute(cell)
    time.sleep(0.5)
    session.manager.interrupt_kernel()
    result = session.collect(message_id)
    assert result.status == "error" and result.reply["ename"] == "KeyboardInterrupt", result.error
    check_alive(session)


def test_an_interrupt_leaves_no_variable_half_written(session):
    session.run("struct Pair { var a = 0; var b = [0] }\nvar pair = Pair()\nvar pairs = [pair, pair]\nvar t = Tensor.zeros([64, 64])")
    for _ in range(5):
        message_id = session.client.execute(
            "while true {\n"
            "    let n = pair.a + 1\n"
            "    pair = Pair(a: n, b: [Int](repeating: n, count: 50))\n"
            "    pairs[1] = pair\n"
            "    t = Tensor.ones([64, 64]) * n\n"
            "    pairs.sort { $0.a < $1.a }\n"
            "}")
        time.sleep(0.2)
        session.manager.interrupt_kernel()
        assert session.collect(message_id).reply["ename"] == "KeyboardInterrupt"
        whole = "pair.b.allSatisfy { $0 == pair.a } && pairs.count == 2 && pairs.allSatisfy { p in p.b.allSatisfy { $0 == p.a } }"
        assert session.run(whole).value == "true"
        assert session.run("t.max().item() == t.min().item()").value == "true"


def test_what_a_cell_changed_before_its_error_stays_changed(session):
    session.run("var list = [1]")
    assert session.run("list.append(2)\nlist[9] = 3").status == "error"
    assert session.run("list").value == "[1, 2]"


def test_a_file_takes_the_place_of_the_cell_that_loads_it(session, tmp_path):
    file = tmp_path / "steering.swift"
    file.write_text("let alpha = 2.5\n")
    result = session.run(f"%load {file}")
    assert result.reply["payload"] == [
        {"source": "set_next_input", "text": f"// %load {file}\nlet alpha = 2.5\n", "replace": True}
    ]
    file.write_bytes(b"\xff\xfe")
    for path, said in {file: "is not UTF-8 text", tmp_path: "is not a file", tmp_path / "away": "No such file", "": "path"}.items():
        refused = session.run(f"%load {path}")
        assert refused.status == "error" and said in refused.error, refused.error
    check_alive(session)
