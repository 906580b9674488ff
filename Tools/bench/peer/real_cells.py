"""Cells for the built executable: each row of the real model's table, timed from inside."""

PRELUDE = """\
let model = try HookedTransformer.fromPretrained("{model}"{more})
model.reuse.wholeCacheByteLimit = 1 << 30
let clean = Tensor({clean})
let corrupted = Tensor({corrupted})
let answers = Tensor({answers})
func differences(_ logits: Tensor) -> Tensor {{
    let chosen = logits[0..., -1, 0...].gather(dim: -1, index: answers)
    return chosen[0..., 0] - chosen[0..., 1]
}}
"""

# What is done before, and what is timed and leaves an array `numbers`.
ROWS = {
    "load": ("", """let again = try HookedTransformer.fromPretrained("{model}")
let numbers = again.W_E[0, 0].reshaped([1]).toArray()"""),
    "cache-all": ("_ = try model.runWithCache(corrupted)", """let (logits, cache) = try model.runWithCache(clean)
_ = logits.sum()
let numbers = logits.logSoftmax(dim: -1)[0, 3, 0..<16].toArray() + (try cache["resid_post", 29][0, -1, 0..<16].toArray())"""),
    "cache-last": ("_ = try model.runWithCache(corrupted)", """let (logits, _) = try model.runWithCache(clean)
let numbers = differences(logits).toArray()"""),
    "detectors": ("let repeated = Tensor({repeated})", """var numbers: [Float] = []
for pattern in [HeadPattern.inductionHead, .previousTokenHead, .duplicateTokenHead] {{
    numbers += try detectHead(model, repeated, pattern).toArray()
}}"""),
    "sweep-call": ("""let (_, cache) = try model.runWithCache(clean)
_ = try model.runWithCache(corrupted)""", """let sweep = try model.ablateHeads(
    corrupted, position: .last, methods: [.resample(from: cache), .zero, .mean(over: cache)],
    metric: {{ differences($0).mean() }})
let numbers = sweep.maps.flatMap {{ $0.toArray() }}"""),
    "sweep-loop": ("""let (_, cache) = try model.runWithCache(clean)
_ = try model.runWithCache(corrupted)
var maps = [0, 1, 2].map {{ _ in Tensor.zeros([model.cfg.nLayers, model.cfg.nHeads]) }}""", """for layer in 0..<model.cfg.nLayers {{
    for head in 0..<model.cfg.nHeads {{
        for kind in 0..<3 {{
            let hook = Hook(actName("z", layer)) {{ z, hook in
                let own = try cache[hook.name][0..., -1, head, 0...]
                z[0..., -1, head, 0...] = kind == 0 ? own : kind == 1 ? own * 0 : own.mean(dim: 0, keepdim: true)
            }}
            maps[kind][layer, head] = differences(try model.runWithHooks(corrupted, fwdHooks: [hook])).mean()
        }}
    }}
}}
let numbers = maps.flatMap {{ $0.toArray() }}"""),
    "generate": ("""let prompt = Tensor({prompt})
_ = try model.generate(prompt[0..., 0..<20], maxNewTokens: 2, stopAtEOS: false, doSample: false)""", """let longer = \
try model.generate(prompt, maxNewTokens: 64, stopAtEOS: false, doSample: false)
let numbers = longer[0, prompt.shape[1]...].toIntArray()"""),
}


def write(path, row, model, inputs, more="", is_measured=True):
    """The cells of a row, or only what is done before it; `more` are further arguments of loading."""
    before, timed = ROWS[row]
    timed = timed if is_measured else "let numbers = [0.0]"
    text = "\n// %%\n".join([PRELUDE + before, "let start = Date()\n" + timed + "\nlet seconds = Date().timeIntervalSince(start)",
                             'print("SECONDS", seconds)\nprint("ROW", numbers)'])
    path.write_text(text.format(model=model, more=more, **inputs), encoding="utf-8")
