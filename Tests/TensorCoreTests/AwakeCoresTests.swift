import Dispatch
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Work that is shared out while cores wait awake for it is the same work.
struct AwakeCoresTests {
    @Test func eachShareIsDoneOnce() throws {
        for count in [1, 2, 3, 7, 100, 70_000] {
            let done = try keepingCoresAwake { try onAllCores(count) { $0 } }
            #expect(done == Array(0..<count))
        }
    }

    @Test func manyShortStepsFollowOnEachOther() throws {
        let firsts = try keepingCoresAwake {
            try (0..<5000).map { step in try onAllCores(2 + step % 3) { $0 + step }[0] }
        }
        #expect(firsts == Array(0..<5000))
    }

    @Test func whatAShareThrowsOrRaisesIsThrown() {
        #expect(throws: TensorError.self) {
            try keepingCoresAwake {
                try onAllCores(8) { number in number == 5 ? Tensor.zeros([2, 3]).reshaped([5]).count : 0 }
            }
        }
    }

    @Test func aShareMayShareOutItsOwnWork() throws {
        let sums = try keepingCoresAwake { try onAllCores(4) { row in try onAllCores(5) { row * $0 }.reduce(0, +) } }
        #expect(sums == [0, 10, 20, 30])
    }

    @Test func severalThreadsMayAskAtOnce() {
        DispatchQueue.concurrentPerform(iterations: 6) { caller in
            let results = (0..<200).map { step in
                try? keepingCoresAwake { try onAllCores(3) { $0 + step + caller } }
            }
            #expect(results == (0..<200).map { step in (0..<3).map { $0 + step + caller } })
        }
    }

    @Test func sharesWorkForTheSessionThatAsks() throws {
        let session = Session()
        session.stop.request()
        session.run {
            #expect(throws: Interrupted.self) {
                try keepingCoresAwake { try onAllCores(4) { _ in try Interruption.check() } }
            }
        }
    }

    @Test("Products of one row are the same to the bit", arguments: [false, true])
    func products(_ isHalf: Bool) throws {
        var random = RepeatableRandomGenerator(seed: 11)
        for (inner, width) in [(576, 192), (300, 1001), (1536, 576)] {
            let wide = random.tensor([inner, width])
            let block = MatrixBlock(isHalf ? try wide.atHalfWidth() : wide)
            let x = random.tensor([1, inner])
            let alone = try product(x, block, width)
            #expect(try keepingCoresAwake { try product(x, block, width) }.isIdentical(to: alone))
            // A column's sum goes through the rows in their order, wherever the column stands.
            for column in isHalf ? [0, width / 2, width - 1] : [] {
                let one = MatrixBlock(try wide.atHalfWidth(), columns: column..<(column + 1))
                #expect(try product(x, one, 1).isIdentical(to: alone[0..., column..<(column + 1)]))
            }
        }
    }

    private func product(_ x: Tensor, _ block: MatrixBlock, _ width: Int) throws -> Tensor {
        try x.withUnsafeFloats { x in
            try Tensor(uninitialized: [1, width]) { out in
                guard let from = x.baseAddress, let to = out.baseAddress else { return }
                try block.multiply(from, x.count, count: 1, into: to, width)
            }
        }
    }
}
