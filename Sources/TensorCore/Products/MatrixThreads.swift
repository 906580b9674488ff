internal import COpenBLAS
internal import Synchronization

extension MatrixProduct {
    /// Who has asked for products on the calling thread alone, and what was set before.
    private struct Quiet {
        var askers = 0
        var threadCountBefore: Int32 = 1
    }
    private static let quiet = Mutex(Quiet())

    /// On so many cores a product is shared out now.
    package static var threadCount: Int { max(1, Int(openblas_get_num_threads())) }

    /// Runs `body` with OpenBLAS on the calling threads alone.
    ///
    /// For work that is spread over the cores already: OpenBLAS's own threads would only get in its way. Several may ask at
    /// once; the last to be done gives the threads back.
    package static func withoutOwnThreads<R>(_ body: () throws -> R) rethrows -> R {
        quiet.withLock { quiet in
            quiet.askers += 1
            guard quiet.askers == 1 else { return }
            quiet.threadCountBefore = openblas_get_num_threads()
            openblas_set_num_threads(1)
        }
        defer {
            quiet.withLock { quiet in
                quiet.askers -= 1
                if quiet.askers == 0 { openblas_set_num_threads(quiet.threadCountBefore) }
            }
        }
        return try body()
    }
}
