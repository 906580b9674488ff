import Foundation
import Safetensors
import TensorCore
import TestSupport
import Testing

/// Damaged files of tensors. Set `FUZZ_ROUNDS` for a longer search; the seed makes every run the same.
struct HostileInputTests {
    /// Every damaged byte either leaves a file that reads, or is an error; nothing else.
    @Test func damagedBytesNeverCrash() throws {
        let path = Scratch.path()
        try saveTensors(["a": Tensor([1.0, 2, 3]), "b": Tensor([[1, 2]]), "c": Tensor([true])], to: path)
        let whole = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
        var mutations = Mutations(seed: 11)
        let damaged = Scratch.path()
        for _ in 0..<Mutations.rounds(2000) {
            let bytes = mutations.damaged(whole)
            try Data(bytes).write(to: URL(fileURLWithPath: damaged))
            do {
                let tensors = try loadTensors(from: damaged)
                #expect(tensors.values.reduce(0) { $0 + $1.byteCount } <= 8 * bytes.count)
            } catch is SafetensorsError {}
        }
    }
}
