// Written by Tools/notebook/program.py from notebooks/ablation-experiment.ipynb; edit the notebook instead.

let modelName = "tiny-ioi"

import Foundation
import SwiftLens

let device = Device.current
print(device)

func imshow(_ tensor: Tensor, title: String) -> HeatMap {
    heatMap(tensor, title: title, xLabel: "Head", yLabel: "Layer")
}

manualSeed(0)

let model = try HookedTransformer.fromPretrained(
    modelName,
    centerUnembed: true,
    centerWritingWeights: true,
    foldLN: true,
    refactorFactoredAttnMatrices: true
)
show(model.cfg)

let promptFormat = [
    "When John and Mary went to the shops,{} gave the bag to",
    "When Tom and James went to the park,{} gave the ball to",
    "When Dan and Sid went to the shops,{} gave an apple to",
    "After Martin and Amy went to the park,{} gave a drink to",
]
let names = [
    [" Mary", " John"],
    [" Tom", " James"],
    [" Dan", " Sid"],
    [" Martin", " Amy"],
]
// The prompts, their answers as (correct, incorrect), and the answers' token ids.
var prompts: [String] = []
var answers: [(String, String)] = []
var answerTokenRows: [[Int]] = []
for i in promptFormat.indices {
    for j in 0..<2 {
        let correct = names[i][j]
        let incorrect = names[i][1 - j]
        answers.append((correct, incorrect))
        answerTokenRows.append([try model.toSingleToken(correct), try model.toSingleToken(incorrect)])
        // The *incorrect* answer is put into the prompt, so that the correct one is the indirect object.
        prompts.append(promptFormat[i].replacing("{}", with: incorrect))
    }
}
let answerTokens = Tensor(answerTokenRows)
print(prompts)
print(answers)

let tokens = try model.toTokens(prompts, prependBOS: true)
let (originalLogits, cache) = try model.runWithCache(tokens)

func averageLogitDifference(_ logits: Tensor, _ answerTokens: Tensor, perPrompt: Bool = false) -> Tensor {
    // Only the logits of the last position matter for the answer.
    let finalLogits = logits[0..., -1, 0...]
    let answerLogits = finalLogits.gather(dim: -1, index: answerTokens)
    let difference = answerLogits[0..., 0] - answerLogits[0..., 1]
    return perPrompt ? difference : difference.mean()
}

let originalAverageLogitDifference = averageLogitDifference(originalLogits, answerTokens)

var corruptedPrompts: [String] = []
for i in stride(from: 0, to: prompts.count, by: 2) {
    corruptedPrompts.append(prompts[i + 1])
    corruptedPrompts.append(prompts[i])
}
let corruptedTokens = try model.toTokens(corruptedPrompts, prependBOS: true)
let (corruptedLogits, corruptedCache) = try model.runWithCache(corruptedTokens)
let corruptedAverageLogitDifference = averageLogitDifference(corruptedLogits, answerTokens)
print("Corrupted Average Logit Diff", String(format: "%.2f", corruptedAverageLogitDifference.item()))
print("Clean Average Logit Diff", String(format: "%.2f", originalAverageLogitDifference.item()))

func normalizePatchedLogitDifference(_ patched: Tensor) -> Tensor {
    // lint:ok half-is-destruction: the original's scale. Its middle is a difference of 0, at which the answer is gone.
    (patched - corruptedAverageLogitDifference) / (originalAverageLogitDifference - corruptedAverageLogitDifference)
}

func patchHeadVector(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {
    z[0..., -1, head, 0...] = try clean[hook.name][0..., -1, head, 0...]
}

func zeroAblateHeadVector(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {
    z[0..., -1, head, 0...] = 0
}

// The original's mean: over the head's own coordinates, for each prompt.
func meanOverHeadDimension(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {
    // lint:ok mean-over-coordinates
    z[0..., -1, head, 0...] = try clean[hook.name][0..., -1, head, 0...].mean(dim: 1, keepdim: true)
}

// The usual mean: over the prompts, for each coordinate.
func meanOverBatch(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {
    z[0..., -1, head, 0...] = try clean[hook.name][0..., -1, head, 0...].mean(dim: 0, keepdim: true)
}

let ablations = [patchHeadVector, zeroAblateHeadVector, meanOverHeadDimension, meanOverBatch]

let emptyMap = Tensor.zeros([model.cfg.nLayers, model.cfg.nHeads])
var patchedHeadDiffs = [emptyMap, emptyMap, emptyMap, emptyMap]

for layer in progress(0..<model.cfg.nLayers, title: "Layers") {
    for head in 0..<model.cfg.nHeads {
        for (index, ablation) in ablations.enumerated() {
            let patchedLogits = try model.runWithHooks(
                corruptedTokens,
                fwdHooks: [
                    Hook(actName("z", layer)) { z, hook in
                        try ablation(&z, hook, head, cache)
                    }
                ]
            )
            let patchedLogitDifference = averageLogitDifference(patchedLogits, answerTokens)
            patchedHeadDiffs[index][layer, head] = normalizePatchedLogitDifference(patchedLogitDifference)
        }
    }
}
let patchedHeadResample = patchedHeadDiffs[0]
let patchedHeadZero = patchedHeadDiffs[1]
let patchedHeadMeanOverHeadDimension = patchedHeadDiffs[2]
let patchedHeadMeanOverBatch = patchedHeadDiffs[3]

show(imshow(patchedHeadResample, title: "Logit Difference From Patched Head Output"))

show(imshow(patchedHeadZero, title: "Logit Difference From Zero Ablated Patched Head Output"))

show(imshow(patchedHeadMeanOverHeadDimension, title: "Logit Difference From Mean Ablated Patched Head Output (mean over d_head)"))

show(imshow(patchedHeadMeanOverBatch, title: "Logit Difference From Mean Ablated Patched Head Output (mean over the batch)"))

let sweep = try model.ablateHeads(
    corruptedTokens, position: .last,
    methods: [.resample(from: cache), .zero, .meanOverHeadDimension(of: cache), .mean(over: cache)],
    metric: { normalizePatchedLogitDifference(averageLogitDifference($0, answerTokens)) }
)
for (index, map) in patchedHeadDiffs.enumerated() {
    print("largest difference:", String(format: "%.5f", (sweep.maps[index] - map).abs().max().item()))
}

let publishedHeads: [(String, [(Int, Int)])] = [
    ("previous token heads", [(2, 2), (4, 11)]),
    ("duplicate token heads", [(0, 1), (3, 0), (0, 10)]),
    ("induction heads", [(5, 5), (6, 9), (5, 8), (5, 9)]),
    ("negative name mover heads", [(10, 7), (11, 10)]),
    ("name mover heads", [(9, 9), (9, 6), (10, 0)]),
    ("s-inhibition heads", [(7, 3), (7, 9), (8, 6), (8, 10)]),
    ("backup name movers heads", [(10, 10), (10, 6), (10, 2), (10, 1), (11, 2), (11, 9), (11, 3), (9, 7)]),
]
let isPublished = ["tiny-ioi", "gpt2-small"].contains(model.cfg.modelName)

// The heads whose score in a map is so, the strongest first, eight at most.
func heads(_ map: Tensor, where isMember: (Double, Int, Int) -> Bool) -> [(Int, Int)] {
    var found: [(strength: Double, head: (Int, Int))] = []
    for layer in 0..<model.cfg.nLayers {
        for head in 0..<model.cfg.nHeads {
            let score = map[layer, head].item()
            if isMember(score, layer, head) {
                found.append((abs(score), (layer, head)))
            }
        }
    }
    return found.sorted { $0.strength > $1.strength }.prefix(8).map { $0.head }
}

func headsFoundHere() throws -> [(String, [(Int, Int)])] {
    let half = Tensor.randint(100, min(20000, model.cfg.dVocab), size: [1, 50])
    let text = try model.toString(Tensor.cat([half, half], dim: 1))
    let detectors: [(String, HeadPattern)] = [
        ("previous token heads", .previousTokenHead), ("duplicate token heads", .duplicateTokenHead), ("induction heads", .inductionHead),
    ]
    var classes: [(String, [(Int, Int)])] = []
    for (name, pattern) in detectors {
        let scores = try detectHead(model, text, pattern)
        classes.append((name, heads(scores) { score, _, _ in score > 0.25 }))
    }
    classes.append(("heads for the answer", heads(patchedHeadResample) { score, _, _ in score > 0.05 }))
    classes.append(("heads against the answer", heads(patchedHeadResample) { score, _, _ in score < -0.05 }))
    classes.append(("heads that only zeroing shows", heads(patchedHeadZero) { score, layer, head in
        abs(score) > 0.03 && abs(patchedHeadResample[layer, head].item()) < 0.01
    }))
    return classes
}

let specifiedHeads = isPublished ? publishedHeads : try headsFoundHere()
for (name, heads) in specifiedHeads {
    print(name + ":", heads.map { "L\($0.0)H\($0.1)" }.joined(separator: " "))
}

func countPercentageDifference(_ a: [Double], _ b: [Double]) -> Int {
    var sum = 0.0
    // lint:ok empty-filter
    for (ai, bi) in zip(a, b) where ai > 0.05 {
        sum += abs(bi / ai)
    }
    // lint:ok filter-over-all
    return a.isEmpty ? 0 : Int(sum / Double(a.count) * 100)
}

for (name, heads) in specifiedHeads {
    let r = heads.map { patchedHeadResample[$0.0, $0.1].item() }
    let z = heads.map { patchedHeadZero[$0.0, $0.1].item() }
    let m = heads.map { patchedHeadMeanOverHeadDimension[$0.0, $0.1].item() }
    let b = heads.map { patchedHeadMeanOverBatch[$0.0, $0.1].item() }
    print(name, "(\(r.filter { $0 > 0.05 }.count) of \(r.count) count)")
    print("Percentage error between resample and zero ablation: \(countPercentageDifference(r, z))%")
    print("Percentage error between resample and mean over d_head: \(countPercentageDifference(r, m))%")
    print("Percentage error between resample and mean over the batch: \(countPercentageDifference(r, b))%")
    print()
}

let seqLen = 100
let batchSize = 2
let originalTokens = Tensor.randint(100, min(20000, model.cfg.dVocab), size: [batchSize, seqLen])
var repeatedTokens = Tensor.cat([originalTokens, originalTokens], dim: 1)
let repeatedStrings = try model.toStrings(repeatedTokens)

// lint:ok retokenised
let inductionHeads = try detectHead(model, repeatedStrings, .inductionHead)
let previousTokenHeads = try detectHead(model, repeatedStrings, .previousTokenHead)
let duplicateTokenHeads = try detectHead(model, repeatedStrings, .duplicateTokenHead)

display(imshow(duplicateTokenHeads, title: "Duplicate Token Head Scores (implementation)"))
display(imshow(previousTokenHeads, title: "Previous Token Head Scores (implementation)"))
display(imshow(inductionHeads, title: "Induction Head Scores (implementation)"))

func headsAbove(_ threshold: Double, in scores: Tensor) -> [String] {
    var found: [(score: Double, label: String)] = []
    for layer in 0..<model.cfg.nLayers {
        for head in 0..<model.cfg.nHeads {
            let score = scores[layer, head].item()
            if score > threshold {
                found.append((score, "L\(layer)H\(head)"))
            }
        }
    }
    return found.sorted { $0.score > $1.score }.map { $0.label }
}

let detected = [
    ("previous token heads", previousTokenHeads),
    ("duplicate token heads", duplicateTokenHeads),
    ("induction heads", inductionHeads),
]
for (name, scores) in detected {
    let expected = specifiedHeads.first { $0.0 == name }!.1.map { "L\($0.0)H\($0.1)" }
    let found = headsAbove(0.25, in: scores)
    print(name)
    print("  in the table: ", expected.joined(separator: " "))
    print("  detected:     ", found.joined(separator: " "))
    print("  in both:      ", expected.filter { found.contains($0) }.joined(separator: " "))
}

func visualizeAttentionPatterns(
    _ heads: [Int], _ localCache: ActivationCache, _ localTokens: Tensor, title: String = ""
) throws -> AttentionHeads {
    var labels: [String] = []
    var patterns: [Tensor] = []
    for head in heads {
        let layer = head / model.cfg.nHeads
        let headIndex = head % model.cfg.nHeads
        labels.append("L\(layer)H\(headIndex)")
        // The patterns have shape [batch, head, position (destination), position (source)]; there is one prompt.
        patterns.append(try localCache["attn", layer][0, headIndex])
    }
    return attentionHeads(Tensor.stack(patterns), tokens: try model.toStrTokens(localTokens), headNames: labels, title: title)
}

repeatedTokens = repeatedTokens.flattened()
let (_, repeatedCache) = try model.runWithCache(repeatedTokens)

let shownHead = isPublished ? 59 : Int(previousTokenHeads.flattened().argmax(dim: 0).item())
try show(visualizeAttentionPatterns([shownHead], repeatedCache, repeatedTokens, title: "A Previous Token Head"))

/// What a notebook does with a cell's last expression.
func show(_ value: Any) {
    if let value = value as? any Displayable { display(value) } else { print(value) }
}
