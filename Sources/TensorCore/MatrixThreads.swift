internal import COpenBLAS

extension MatrixProduct {
    /// Runs `body` with OpenBLAS on the calling threads alone.
    ///
    /// For work that is spread over the cores already: OpenBLAS's own threads would only get in its way.
    package static func withoutOwnThreads<R>(_ body: () throws -> R) rethrows -> R {
        let count = openblas_get_num_threads()
        openblas_set_num_threads(1)
        defer { openblas_set_num_threads(count) }
        return try body()
    }
}
