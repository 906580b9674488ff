import Foundation
import HookedTransformers
import PretrainedModels
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Loading looks at the stop flag all the way, whatever file the weights come from, and a stop ends it.
struct LoadingStopTests {
    @Test func everyMegabyteOfACheckpointIsFollowedByALook() throws {
        try Session().run {
            let tiny = TinyCheckpoint(vocabulary: 400_000)
            try tiny.write()
            for dtype in WeightType.allCases {
                let looks = try Interruption.countingLooks {
                    try HookedTransformer.fromPretrained(tiny.path, dtype: dtype)
                }.looks
                // Twelve megabytes of embedding.
                #expect(looks > 24, "\(dtype): \(looks)")
            }
            Session.current.stop.request()
            for dtype in WeightType.allCases {
                #expect(throws: Interrupted.self) { try HookedTransformer.fromPretrained(tiny.path, dtype: dtype) }
            }
            Session.current.stop.clear()
            #expect(try HookedTransformer.fromPretrained(tiny.path).cfg.dVocab == 400_000)
        }
    }

    @Test func aGGUFFileToo() throws {
        try Session().run {
            let file = try TinyGGUF(copying: Golden.path("families/llama2/checkpoint"), as: "llama")
            let width = try #require(file.tensors["token_embd.weight"]).shape[1]
            file.tensors["token_embd.weight"] = Tensor.ones([60_000, width])
            file.tensors["output.weight"] = nil
            try file.write()
            let looks = try Interruption.countingLooks { try HookedTransformer.fromPretrained(file.path) }.looks
            #expect(looks > 16, "\(looks)")
            Session.current.stop.request()
            #expect(throws: Interrupted.self) { try HookedTransformer.fromPretrained(file.path) }
            Session.current.stop.clear()
        }
    }
}
