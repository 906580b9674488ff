// One part of a sweep over all heads. Which part, the engine says that started this process; started by hand, it is everything.
import Foundation
import SwiftLens

let environment = ProcessInfo.processInfo.environment
let model = try HookedTransformer.fromPretrained(environment["MODEL"] ?? "tiny-ioi")

let formats = [
    "When John and Mary went to the shops,{} gave the bag to", "When Tom and James went to the park,{} gave the ball to",
    "When Dan and Sid went to the shops,{} gave an apple to", "After Martin and Amy went to the park,{} gave a drink to",
]
let names = [[" Mary", " John"], [" Tom", " James"], [" Dan", " Sid"], [" Martin", " Amy"]]
let prompts = zip(formats, names).map { $0.replacingOccurrences(of: "{}", with: $1[1]) }
let corruptedPrompts = zip(formats, names).map { $0.replacingOccurrences(of: "{}", with: $1[0]) }
let answers = Tensor(try names.map { [try model.toSingleToken($0[0]), try model.toSingleToken($0[1])] })

func logitDifference(_ logits: Tensor) -> Tensor {
    let chosen = logits[0..., -1, 0...].gather(dim: -1, index: answers)
    return (chosen[0..., 0] - chosen[0..., 1]).mean()
}

let (_, cache) = try model.runWithCache(try model.toTokens(prompts))
let sweep = try model.ablateHeads(
    try model.toTokens(corruptedPrompts), methods: [.resample(from: cache), .zero, .mean(over: cache)],
    shard: .current, savingTo: environment["PARTS"] ?? "parts/ioi", metric: logitDifference)
print("heads of this process:", sweep.maps[0].toArray().filter { !$0.isNaN }.count)
