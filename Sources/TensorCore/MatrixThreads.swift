internal import COpenBLAS

extension MatrixProduct {
    /// On so many cores a product is shared out, unless told otherwise.
    package static var threadCount: Int { max(1, Int(openblas_get_num_threads())) }

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
