internal import COpenBLAS

extension MatrixProduct {
    /// The kind of processor that products are computed for, such as `Haswell` or `SkylakeX`. Last digits depend on it.
    package static var processorKind: String { openblas_get_corename().map { String(cString: $0) } ?? "" }
}
