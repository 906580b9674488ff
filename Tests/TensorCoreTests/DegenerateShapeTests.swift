import Foundation
import SessionSafety
import TensorCore
import Testing

/// Shapes with an axis of length 0 beside a huge one are refused, or worked with as what they are: no elements.
struct DegenerateShapeTests {
    @Test(arguments: [[0, Int.max, Int.max], [Int.max, 0], [1 << 40, 1 << 30, 0], [1 << 62], [-2]])
    func aShapeWhoseStridesCannotBeCountedIsRefused(_ shape: [Int]) {
        #expect(throws: TensorError.self) { try Fault.catching { Tensor.zeros(shape) } }
        #expect(throws: TensorError.self) { try Fault.catching { Tensor.ones([0]).reshaped(shape) } }
        #expect(throws: TensorError.self) { try Fault.catching { Tensor.ones([0]).broadcast(to: shape) } }
    }

    @Test func whatAddsUpToSuchAShapeIsRefusedToo() throws {
        let wide = Tensor.zeros([0, 1 << 58])
        #expect(throws: TensorError.self) {
            try Fault.catching { Tensor.cat([Tensor](repeating: wide, count: 5), dim: 1) }
        }
        #expect(throws: TensorError.self) { try Fault.catching { Tensor.stack([wide, wide, wide], dim: 1) } }
        #expect(throws: TensorError.self) { try Fault.catching { wide.repeated([1, 1 << 10]) } }
        #expect(throws: TensorError.self) { try Fault.catching { wide[[0, 0]] } }
    }

    @Test func operationsOnNothingGiveNothing() throws {
        let (tall, wide) = (Tensor.zeros([1 << 40, 0]), Tensor.zeros([0, 2, 1 << 40]))
        #expect(tall.flipped(dim: 0).shape == tall.shape && wide.flipped(dim: 2).shape == wide.shape)
        #expect(tall.tril().shape == tall.shape && wide.cumsum(dim: 1).shape == wide.shape)
        #expect(wide.sum(dim: 1).shape == [0, 1 << 40] && wide.mean(dim: 1).shape == [0, 1 << 40])
        #expect(wide[.newAxis].shape == [1, 0, 2, 1 << 40] && wide.diagonal().shape == [0, 2])
        #expect(throws: TensorError.self) { try Fault.catching { tall.sum(dim: 1) } }
        #expect(throws: TensorError.self) { try Fault.catching { wide.argmax(dim: 0) } }
    }

    @Test func nothingIsAShortText() throws {
        for tensor in [Tensor.zeros([1 << 40, 0]), Tensor.zeros([0, 1 << 40]), Tensor.zeros([100_000_000, 0, 3])] {
            #expect(tensor.description == "Tensor \(tensor.shape) float32\n[]")
            #expect(tensor.toJSON() == "[]")
            #expect(tensor.htmlTable.count < 200)
            #expect(try tensor.toCSV().count < 100)
        }
        #expect(Tensor.zeros([2, 0]).toJSON() == "[[],[]]")
    }

    @Test func manyAxesAreAShortTextToo() {
        #expect(Tensor.ones([Int](repeating: 2, count: 20)).description.count < 1_000_000)
    }

    @Test func aScalarHasOnlyTheAxisZero() throws {
        #expect(Tensor(3.0).topk(1, dim: 0).values == Tensor(3.0))
        #expect(throws: TensorError.self) { try Fault.catching { Tensor(1.0).topk(3, dim: 0).values } }
        #expect(throws: TensorError.self) { try Fault.catching { Tensor(1.0).sort(dim: 1).values } }
        #expect(Tensor(3.0)[Tensor(false)].shape == [0] && Tensor(3.0)[Tensor(true)].shape == [1])
    }

    @Test func whatIsNotANumberStaysVisible() {
        let nan = Tensor([Double.nan])
        #expect(Tensor.minimum(nan, Tensor([5.0])).isNaN().all() && Tensor.maximum(Tensor([5.0]), nan).isNaN().all())
        #expect(Tensor([Double]()).std().isNaN().all() && Tensor([2.0]).std().isNaN().all())
        #expect((Tensor([1e30]) % Tensor([-100.0])).item() > -100)
    }

    #if os(Linux)
        @Test func underAMemoryLimitElementsAsAnArrayAreAnError() async {
            await #expect(processExitsWith: .success) {
                let ones = Tensor.ones([40_000_000])
                let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
                let used = try #require(pages.first.flatMap { Int($0) }) * Int(sysconf(Int32(_SC_PAGESIZE)))
                var limit = rlimit(rlim_cur: UInt(used + (100 << 20)), rlim_max: UInt(used + (100 << 20)))
                try #require(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0)
                #expect(throws: TensorError.self) { try Fault.catching { ones.toArray() } }
                #expect(throws: TensorError.self) { try Fault.catching { ones + 1 } }
                #expect(ones[0].item() == 1)
            }
        }
    #endif
}
