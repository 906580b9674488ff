internal import Platform
internal import SessionSafety
internal import TensorCore

/// What the process does at its start where its address space has a limit, as `ulimit -v` sets it.
enum AddressLimit {
    /// So many bytes of addresses the process may have, where that is limited.
    static var bytes: Int? { ProcessLimit.addresses.bytes }

    /// Has heaps shared and takes the buffers of matrix products, while there is room. Called before there are other threads.
    static func prepare() throws {
        guard let bytes else { return }
        shareOneHeap()
        let threads = MatrixBuffers.threadCount(withinAddresses: bytes)
        if threads < MatrixProduct.threadCount { startAgain(threads: threads) }
        guard MatrixBuffers.reserve(leaving: bytesToWorkIn) else {
            throw CommandError(
                "\(MemoryLimit.addressSpace(bytes)) is too low to work in: 600 MB are needed. Here: ulimit -v 1000000"
            )
        }
    }

    /// What stacks and a small model take beside the buffers.
    private static let bytesToWorkIn = 256 << 20

    /// Begins this program anew with so many threads of OpenBLAS, which starts them before any of our code runs.
    private static func startAgain(threads: Int) {
        let variable = "OPENBLAS_NUM_THREADS"
        guard getenv(variable).map({ String(cString: $0) }) != "\(threads)", let executablePath else { return }
        setenv(variable, "\(threads)", 1)
        execv(executablePath, CommandLine.unsafeArgv)
    }
}
