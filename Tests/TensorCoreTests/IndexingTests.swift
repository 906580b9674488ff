import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Subscripts read and write what NumPy's rules say.
struct IndexingTests {
    @Test func everyMixOfPicksSlicesAndNewAxesReadsAndWritesTheRightElements() {
        var random = RepeatableRandomGenerator(seed: 2)
        for _ in 0..<500 {
            let tensor = random.tensor(random.shape(1...4, lengths: 1...5))
            let (indices, places) = randomIndices(tensor.shape, &random)
            let shape = places.compactMap(\.length)
            let read = tensor[indices: indices]
            let source = Naive(tensor)
            #expect(Naive(read) == Naive(shape) { source[position($0, places)] }, "\(tensor.shape) \(indices)")

            let value = random.tensor(shape)
            var written = tensor
            written[indices: indices] = value
            var expected = source
            let (replacement, all) = (Naive(value), Naive.positions(shape))
            for place in all { expected[position(place, places)] = replacement[place] }
            #expect(Naive(written) == expected, "\(tensor.shape) \(indices)")
            #expect(Naive(tensor) == source)
        }
    }

    /// What an axis of the source or of the result comes from.
    private enum Place {
        case fixed(Int)
        case list([Int])
        case new

        var length: Int? {
            switch self {
            case .fixed: nil
            case .list(let positions): positions.count
            case .new: 1
            }
        }
    }

    /// Random indices, at most one of which gathers, and what they mean.
    private func randomIndices(
        _ shape: [Int], _ random: inout RepeatableRandomGenerator
    ) -> ([TensorIndexOperation], [Place]) {
        var (indices, places) = ([TensorIndexOperation](), [Place]())
        var mayGather = true
        for length in shape {
            switch Int.random(in: 0...(mayGather ? 4 : 3), using: &random) {
            case 0:
                let position = Int.random(in: 0..<length, using: &random)
                indices.append(.pick(Bool.random(using: &random) ? position : position - length))
                places.append(.fixed(position))
            case 1:
                let lower = Int.random(in: 0...length, using: &random)
                let upper = Int.random(in: lower...length, using: &random)
                indices.append((lower..<upper).tensorIndex)
                places.append(.list(Array(lower..<upper)))
            case 2:
                let step = Int.random(in: 1...3, using: &random)
                indices.append(.stride(by: step))
                places.append(.list(Array(stride(from: 0, to: length, by: step))))
            case 3:
                indices += [.newAxis, (0...).tensorIndex]
                places += [.new, .list(Array(0..<length))]
            default:
                mayGather = false
                let list = (0..<length).shuffled(using: &random).prefix(Int.random(in: 1...length, using: &random))
                indices.append(Array(list).tensorIndex)
                places.append(.list(Array(list)))
            }
        }
        return (indices, places)
    }

    private func position(_ result: [Int], _ places: [Place]) -> [Int] {
        var rest = result[...]
        return places.compactMap { place in
            switch place {
            case .fixed(let position): position
            case .list(let positions): positions[rest.removeFirst()]
            case .new:
                {
                    rest.removeFirst(); return nil
                }()
            }
        }
    }

    private let grid = Tensor.arange(24).reshaped(2, 3, 4)

    @Test func theSpellingsOfTheCellLanguage() {
        #expect(grid[1, 2, 3].item() == 23)
        #expect(grid[-1, -1].toIntArray() == [20, 21, 22, 23])
        #expect(grid[0..., -1, 0...].toIntArray() == [8, 9, 10, 11, 20, 21, 22, 23])
        #expect(grid[.ellipsis, 0].shape == [2, 3])
        #expect(grid[..., 0].toIntArray() == [0, 4, 8, 12, 16, 20])
        #expect(grid[0, .newAxis, 1...].shape == [1, 2, 4])
        #expect(grid[0, 0, 1...2].toIntArray() == [1, 2])
        #expect(grid[0, 0, ..<(-1)].toIntArray() == [0, 1, 2])
        #expect(grid[0, 0, (-2)...].toIntArray() == [2, 3])
        #expect(grid[0, 0, ...1].toIntArray() == [0, 1])
        #expect(grid[0, 0, .stride(from: 3, by: -2)].toIntArray() == [3, 1])
        #expect(grid[0, [2, 0], 0].toIntArray() == [8, 0])
        #expect(grid[0, 0][grid[0, 0] .> 1].toIntArray() == [2, 3])
    }

    @Test func listsTogetherPickPairs() {
        #expect(grid[[0, 1], [2, 0]].shape == [2, 4])
        #expect(grid[[0, 1], [2, 0], 0].toIntArray() == [8, 12])
        // With a slice between them, the gathered axis comes first.
        #expect(grid[[0, 1, 1], 0..., [0, 1, 3]].shape == [3, 3])
        let tokens = Tensor([[0, 1], [1, 1]])
        #expect(grid[tokens].shape == [2, 2, 3, 4])
    }

    @Test func assignmentStretchesTheValue() {
        var z = Tensor.ones([2, 3, 4])
        z[0..., -1] = 0
        #expect(z.sum().item() == 16)
        z[0..., 0, 0...] = Tensor([[1.0], [2.0]])
        #expect(z[1, 0].toArray() == [2, 2, 2, 2])
        z[0] = Tensor.zeros([1, 1, 3, 4])
        #expect(z[0].sum().item() == 0)
        z[z .> 1] = -1
        #expect(z[1, 0].toArray() == [-1, -1, -1, -1])
        z[1, 0, 0] += 5
        #expect(z[1, 0, 0].item() == 4)
    }

    @Test func copiesNeverAlias() {
        let big = Tensor.zeros([4, 2048])
        var row = big[1]
        row[0] = 7
        #expect(big[1, 0].item() == 0 && row[0].item() == 7)
        var other = big
        other[1] = 3
        #expect(big.sum().item() == 0 && other.sum().item() == 3 * 2048)
        var doubled = other
        doubled[0] = doubled[1]
        #expect(doubled[0, 5].item() == 3 && other[0, 5].item() == 0)
    }

    @Test(
        arguments: [
            ([.pick(2)], TensorError.indexOutOfRange(index: 2, axis: 0, shape: [2, 3, 4])),
            ([.pick(0), .pick(-4)], .indexOutOfRange(index: -4, axis: 1, shape: [2, 3, 4])),
            ([.pick(Int.min)], .indexOutOfRange(index: Int.min, axis: 0, shape: [2, 3, 4])),
            ([.pick(0), .pick(0), .pick(0), .pick(0)], .tooManyIndices(given: 4, shape: [2, 3, 4])),
            ([.ellipsis, .ellipsis], .twoEllipses),
            ([.slice(start: 0, end: nil, step: 0)], .zeroStride),
            ([.gather(Tensor([0.5]))], .badIndexType(.float32)),
            ([.gather(Tensor([0, 5]))], .indexOutOfRange(index: 5, axis: 0, shape: [2, 3, 4])),
            ([.gather(Tensor([true]))], .maskMismatch(mask: [1], shape: [2, 3, 4])),
        ] as [([TensorIndexOperation], TensorError)])
    func badIndicesAreNamed(_ indices: [TensorIndexOperation], _ error: TensorError) {
        #expect(throws: error) { try Fault.catching { grid[indices: indices] } }
        var copy = grid
        #expect(throws: error) { try Fault.catching { copy[indices: indices] = Tensor(0) } }
        #expect(copy == grid)
    }

    @Test func extremeBoundsAreHarmless() {
        #expect(grid[0, 0, 2..<Int.max].shape == [2])
        #expect(grid[0, 0, (Int.max - 1)...Int.max - 1].shape == [0])
        #expect(grid[0, 0, .stride(by: Int.max)].toIntArray() == [0])
        #expect(grid[0, 0, TensorIndexOperation.slice(start: nil, end: nil, step: Int.min)].toIntArray() == [3])
        #expect(grid[0, 0, TensorIndexOperation.slice(start: Int.min, end: Int.min, step: -1)].shape == [0])
    }

    @Test func aValueThatDoesNotFitItsPlaceIsAnError() {
        var z = Tensor.zeros([2, 3])
        #expect(throws: TensorError.assignmentMismatch(place: [3], value: [2])) {
            try Fault.catching { z[0] = Tensor([1.0, 2.0]) }
        }
        var counts = Tensor([1, 2, 3])
        #expect(throws: TensorError.assignmentType(place: .int64, value: .float32)) {
            try Fault.catching { counts[0] = 0.5 }
        }
        #expect(counts.toIntArray() == [1, 2, 3])
    }
}
