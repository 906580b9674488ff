"""Cells for the built executable: each measurement of ablation science, timed from inside."""

PRELUDE = """\
let model = try HookedTransformer.fromPretrained(
    "{folder}", centerUnembed: true, centerWritingWeights: true, foldLN: true, refactorFactoredAttnMatrices: true)
"""

DATA = "let {0} = try PromptDataset(tokens: Tensor({1[clean]}), answerTokens: Tensor({1[answers]}), counterfactual: Tensor({1[corrupted]}))\n"

# The peer has run the model before its first turn, as people have by then.
FEW = """\
let (clean, corrupted) = (few.tokens, try few.corrupted(.counterfactual).tokens)
_ = try model(clean)[0..., -1].sum().item()
model.reuse.removeAll()
func metric(_ logits: Tensor) throws -> Tensor { try few.logitDifference(logits).mean() }
"""

# Which prompts are asked for, what is done before, and what is timed and leaves an array `numbers`.
ROWS = {
    "attribution": (["few"], FEW, """\
let (_, cache) = try model.runWithCache(clean)
let maps = try attributionPatch(
    model, corrupted, cache, sites: [PatchSite.blockEvery, PatchSite.attnHeadByPosEvery], metric: metric)
let numbers = maps.flatMap { $0.values.flattened().toArray() }"""),
    "edges": (["few"], FEW, """\
let edges = try edgeAttribution(model, clean, corrupted, method: .eapIG(steps: 5), metric: metric)
let numbers = edges.values.flattened().toArray()"""),
    "optimal": (["train"], "", """\
let optimal = try model.optimalAblation(train)
let numbers = optimal.trainLosses.toArray() + optimal.meanLosses.toArray()"""),
    "panel": (["train", "test"], "", """\
let panel = try model.ablationPanel(train, test, components: .heads)
let numbers = try panel.map(.mean).flattened().toArray()"""),
    "pairs": (["few", "train"], "", """\
let pairs = try model.pairwiseAblation(few, train: train, method: .mean)
let numbers = pairs.kl.flattened().toArray()"""),
}


def write(path, row, folder, inputs, is_measured=True):
    """The cells of a row, or only what is done before it."""
    asked, before, timed = ROWS[row]
    prelude = PRELUDE.format(folder=folder) + "".join(DATA.format(name, inputs[name]) for name in asked) + before
    timed = timed if is_measured else "let numbers = [0.0]"
    cells = [prelude, "let start = Date()\n" + timed + "\nlet seconds = Date().timeIntervalSince(start)",
             'print("SECONDS", seconds)\nprint("ROW", numbers)']
    path.write_text("\n// %%\n".join(cells), encoding="utf-8")
