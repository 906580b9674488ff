import Foundation
import TensorCore
import TestSupport
import Testing

/// Matrices of two bytes a number: which values they have, and that products with them are those of their floats.
struct HalfWidthTests {
    @Test func valuesAreRoundedToTheNearestUpperHalf() throws {
        // 1 + 2⁻⁸ lies in the middle of two, and goes to the even one; one bit more goes up.
        let values: [Float] = [1, 0x1.01p0, 0x1.01001p0, 0x1.03p0, -3.14159, 1e-39, .infinity, .nan, -0.0]
        let rounded = try Tensor(values, shape: [3, 3]).atHalfWidth().toArray()
        let expected: [Float] = [1, 1, 0x1.02p0, 0x1.04p0, -3.140625]
        #expect(Array(rounded.prefix(5)) == expected)
        #expect(rounded[6] == .infinity)
        #expect(rounded[7].isNaN)
        #expect(rounded[8].sign == .minus)
        let again = try Tensor(rounded, shape: [3, 3]).atHalfWidth()
        #expect(again.toArray().map(\.bitPattern) == rounded.map(\.bitPattern))
    }

    @Test func itIsATensorLikeAnyOther() throws {
        let wide = try matrix(5, 7, seed: 1).widened()
        var half = try wide.atHalfWidth()
        #expect(half.isAtHalfWidth)
        #expect(half.dtype == .float32)
        #expect(half.shape == [5, 7])
        #expect(half.heldByteCount == 2 * 35)
        #expect((half * 2).isIdentical(to: wide * 2))
        #expect(half[2].isIdentical(to: wide[2]))
        #expect(half.T.isIdentical(to: wide.T))
        let before = half
        half[0, 0] = Tensor(9.0)
        #expect(half[0, 0].item() == 9)
        #expect(before.isIdentical(to: wide))
    }

    @Test("Products with blocks are those of the floats", arguments: [1, 2, 3, 40], [false, true])
    func products(_ rows: Int, _ isTransposed: Bool) throws {
        for (inner, width) in [(3, 5), (130, 257), (1100, 300), (600, 1000)] {
            let half = try matrix(inner, width, seed: UInt64(width))
            let wide = try half.widened()
            for columns in [0..<width, 1..<(width - 1)] {
                var random = RepeatableRandomGenerator(seed: 3)
                let part = wide[0..., columns.lowerBound..<columns.upperBound]
                let x = random.tensor([rows, isTransposed ? columns.count : inner])
                let product = x.matmul(isTransposed ? part.T : part)
                let start = random.tensor([rows, product.shape[1] + 1])
                for (kept, adds) in [(half, true), (half, false), (wide, true), (wide, false)] {
                    let found = try result(start, x, MatrixBlock(kept, columns: columns), isTransposed, adds)
                    let expected = adds ? start[0..., 0..<product.shape[1]] + product : product
                    expectClose(found[0..., 0..<product.shape[1]], expected, absolute: 2e-4, relative: 1e-4)
                    // What lies beside it stays.
                    #expect(found[0..., -1].isIdentical(to: start[0..., -1]))
                }
            }
            #expect(half.heldByteCount == 2 * half.count)
        }
    }

    @Test("Slices, readouts and passing readings leave the elements at two bytes each")
    func readings() throws {
        let half = try matrix(40, 60, seed: 5)
        let wide = try half.widened()
        let index = Tensor([3, 0, 3])
        #expect(half[1..<30].isIdentical(to: wide[1..<30]))
        #expect(half[0..., 3].isIdentical(to: wide[0..., 3]))
        #expect(half.indexSelect(dim: 1, index: index).isIdentical(to: wide.indexSelect(dim: 1, index: index)))
        #expect(half.withUnsafeFloats { Array($0) } == wide.toArray())
        let (readout, reference) = (Readout(table: half), Readout(table: wide))
        var random = RepeatableRandomGenerator(seed: 4)
        let x = random.tensor([30, 60])
        for rows in [1, 30] {
            let logits = try [readout, reference].map {
                try Tensor.lazyProduct(x[0..<rows], $0, shape: [rows, 40])
            }
            expectClose(logits[0][0, 7], logits[1][0, 7], absolute: 1e-5)
            expectClose(logits[0], logits[1], absolute: 1e-5)
        }
        #expect(half.heldByteCount == 2 * half.count)
    }

    @Test func rowsAreReadAtEitherWidth() throws {
        let half = try matrix(4, 6, seed: 2)
        for kept in [half, try half.widened()] {
            var row = [Float](repeating: 0, count: 6)
            kept.copyRow(2, to: &row)
            #expect(row == half[2].toArray())
        }
    }

    private func matrix(_ rows: Int, _ columns: Int, seed: UInt64) throws -> Tensor {
        var random = RepeatableRandomGenerator(seed: seed)
        return try random.tensor([rows, columns]).atHalfWidth()
    }

    /// `start` [row, column + 1], with the product in all columns but the last or added to them.
    private func result(
        _ start: Tensor, _ x: Tensor, _ block: MatrixBlock, _ isTransposed: Bool, _ adds: Bool
    ) throws -> Tensor {
        var out = start
        let (rows, inner, stride) = (x.shape[0], x.shape[1], start.shape[1])
        try out.withUnsafeMutableFloats { out in
            try x.withUnsafeFloats { x in
                guard let x = x.baseAddress, let out = out.baseAddress else { return }
                switch (isTransposed, adds) {
                case (false, true): try block.multiply(x, inner, count: rows, addingTo: out, stride)
                case (false, false): try block.multiply(x, inner, count: rows, into: out, stride)
                case (true, true): try block.multiplyTransposed(x, inner, count: rows, addingTo: out, stride)
                case (true, false): try block.multiplyTransposed(x, inner, count: rows, into: out, stride)
                }
            }
        }
        return out
    }
}
