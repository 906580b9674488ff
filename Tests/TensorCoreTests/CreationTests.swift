import SessionSafety
import TensorCore
import TestSupport
import Testing

/// How tensors are made, reshaped and converted.
struct CreationTests {
    @Test func nestedArraysGiveShapeAndType() {
        #expect(Tensor([[1, 2], [3, 4]]).dtype == .int64)
        #expect(Tensor([[1.5, 2], [3, 4]]).dtype == .float32)
        #expect(Tensor([[[true], [false]]]).shape == [1, 2, 1])
        #expect(Tensor([[[[1, 2]]], [[[3, 4]]]]).shape == [2, 1, 1, 2])
        #expect(throws: TensorError.raggedArray(lengths: [2, 1])) { try Fault.catching { Tensor([[1, 2], [3]]) } }
    }

    @Test func rangesAndPatterns() {
        #expect(Tensor.arange(2, 9, step: 3).toIntArray() == [2, 5, 8])
        #expect(Tensor.arange(3, 0, step: -1).toIntArray() == [3, 2, 1])
        #expect(Tensor.linspace(0, 1, steps: 3).toArray() == [0, 0.5, 1])
        #expect(Tensor.eye(2).toArray() == [1, 0, 0, 1])
        #expect(Tensor.full([2], 7, dtype: .int64).toIntArray() == [7, 7])
    }

    @Test func impossibleSizesAreErrors() {
        for shape in [[1 << 40], [1 << 31, 1 << 31, 1 << 31], [-1], [Int.max, 2]] {
            #expect(throws: TensorError.self, "\(shape)") { try Fault.catching { Tensor.zeros(shape) } }
            #expect(throws: TensorError.self, "\(shape)") { try Fault.catching { Tensor.ones([1]).repeated(shape) } }
        }
        #expect(throws: TensorError.self) { try Fault.catching { Tensor.ones([1]).broadcast(to: [1 << 42]) } }
        #expect(throws: TensorError.self) { try Fault.catching { Tensor.eye(-1) } }
        #expect(throws: TensorError.self) { try Fault.catching { Tensor.linspace(0, 1, steps: -1) } }
        #expect(throws: TensorError.self) { try Fault.catching { Tensor.arange(Int.max) } }
    }

    @Test func reshapingKeepsTheOrder() {
        let t = Tensor.arange(12)
        #expect(t.reshaped(3, -1).shape == [3, 4])
        #expect(t.reshaped([2, 6]).transposed(0, 1)[1].toIntArray() == [1, 7])
        #expect(t.reshaped(2, 3, 2).permuted(2, 0, 1)[1, 0].toIntArray() == [1, 3, 5])
        #expect(t.reshaped(3, 4).flattened(0, 1).shape == [12])
        #expect(t.reshaped(3, 1, 4).squeezed(dim: 1).unsqueezed(dim: -1).shape == [3, 4, 1])
        #expect(Tensor.stack([t, t], dim: -1).shape == [12, 2])
        #expect(Tensor.cat([t.reshaped(3, 4), t.reshaped(3, 4)], dim: 1)[0].toIntArray() == [0, 1, 2, 3, 0, 1, 2, 3])
        #expect(Tensor([[1, 2]]).repeated([2, 2]).toIntArray() == [1, 2, 1, 2, 1, 2, 1, 2])
        #expect(Tensor([1, 2]).flipped(dim: 0).toIntArray() == [2, 1])
        #expect(throws: TensorError.badReshape(from: [12], to: [5, -1])) { try Fault.catching { t.reshaped(5, -1) } }
        #expect(throws: TensorError.badPermutation(axes: [0, 0], shape: [3, 4])) {
            try Fault.catching { t.reshaped(3, 4).permuted(0, 0) }
        }
    }

    @Test func conversionsNeverTrap() {
        let odd = Tensor([Double.nan, .infinity, -.infinity, 2.9, -2.9]).asType(.int64).toIntArray()
        #expect(odd == [0, Int.max, Int.min, 2, -2])
        #expect(Tensor([0.0, 0.5]).asType(.bool).toIntArray() == [0, 1])
        #expect(throws: TensorError.notOneElement(operation: "item", shape: [2])) {
            try Fault.catching { Tensor([1, 2]).item() }
        }
    }

    @Test func integersOverflowAsErrors() {
        #expect(throws: TensorError.integerOverflow(operation: "+")) {
            try Fault.catching { Tensor([Int.max]) + Tensor([1]) }
        }
        #expect(throws: TensorError.divisionByZero(operation: "%")) {
            try Fault.catching { Tensor([1]) % Tensor([0]) }
        }
        #expect((Tensor([7, -7]) % Tensor([3])).toIntArray() == [1, 2])
        #expect((Tensor([1, 2]) / 2).toArray() == [0.5, 1])
    }
}
