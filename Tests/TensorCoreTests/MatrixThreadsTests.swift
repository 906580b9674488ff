import Dispatch
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Work that is spread over the cores leaves OpenBLAS as it was.
struct MatrixThreadsTests {
    /// In a process of its own: the number of threads is one for all.
    @Test func ofSeveralThatAskForQuietTheLastGivesTheThreadsBack() async {
        await #expect(processExitsWith: .success) {
            let before = MatrixProduct.threadCount
            let (firstIsIn, secondIsIn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let group = DispatchGroup()
            DispatchQueue.global().async(group: group) {
                MatrixProduct.withoutOwnThreads {
                    firstIsIn.signal()
                    secondIsIn.wait()
                }
            }
            firstIsIn.wait()
            MatrixProduct.withoutOwnThreads {
                secondIsIn.signal()
                group.wait()
                #expect(MatrixProduct.threadCount == 1)
            }
            #expect(MatrixProduct.threadCount == before)
        }
    }

    @Test func resultsOfAllCoresComeInOrder() throws {
        #expect(try onAllCores(100) { $0 * $0 } == (0..<100).map { $0 * $0 })
    }

    @Test func whatOneCoreThrowsOrRaisesIsThrown() {
        #expect(throws: TensorError.self) {
            try onAllCores(8) { number in number == 5 ? Tensor.zeros([2, 3]).reshaped([5]).count : 0 }
        }
    }
}
