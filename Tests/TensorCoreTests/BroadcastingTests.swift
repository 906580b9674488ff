import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Operations on two tensors stretch them as NumPy does.
struct BroadcastingTests {
    @Test func everyPairOfShapesGivesWhatTheDefinitionGives() {
        var random = RepeatableRandomGenerator(seed: 1)
        for _ in 0..<400 {
            let shape = random.shape(0...4)
            let a = random.tensor(thinned(shape, &random))
            let b = random.tensor(thinned(shape, &random))
            let target = (a * b).shape
            let (x, y) = (Naive(a), Naive(b))
            #expect(Naive(a + b) == Naive(target) { x.stretched($0) + y.stretched($0) })
            #expect(Naive(a * b) == Naive(target) { x.stretched($0) * y.stretched($0) })
            #expect(Naive(a .< b) == Naive(target) { x.stretched($0) < y.stretched($0) ? 1 : 0 })
            #expect(Naive(a.broadcast(to: target)) == Naive(target) { x.stretched($0) })
            #expect(Naive(Tensor.maximum(a, b)) == Naive(target) { max(x.stretched($0), y.stretched($0)) })
        }
    }

    /// Some axes set to 1, some leading ones left out.
    private func thinned(_ shape: [Int], _ random: inout RepeatableRandomGenerator) -> [Int] {
        let kept = shape.suffix(Int.random(in: 0...shape.count, using: &random))
        return kept.map { Bool.random(using: &random) ? 1 : $0 }
    }

    @Test func emptyAxesStayEmpty() {
        #expect((Tensor.zeros([0, 3]) + Tensor.ones([3])).shape == [0, 3])
        #expect((Tensor.zeros([2, 0]) * Tensor.ones([2, 1])).shape == [2, 0])
    }

    @Test func shapesThatDoNotFitAreNamed() {
        let error = #expect(throws: TensorError.self) {
            try Fault.catching { Tensor.zeros([2, 3]) + Tensor.zeros([2, 4]) }
        }
        #expect("\(String(describing: error))".isEmpty == false)
        #expect(error == .shapeMismatch(operation: "+", left: [2, 3], right: [2, 4]))
    }

    @Test func inPlaceArithmeticNeverChangesTheShape() throws {
        var row = Tensor.zeros([3])
        #expect(throws: TensorError.assignmentMismatch(place: [3], value: [2, 3])) {
            try Fault.catching { row += Tensor.ones([2, 3]) }
        }
        row = Tensor.zeros([3])
        row += 2
        row *= 1.5
        #expect(row.toArray() == [3, 3, 3])
    }
}
