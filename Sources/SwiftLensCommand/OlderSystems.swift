#if canImport(Glibc)
    /// The C library's `hypotf`, which Swift's own runtime refers to. glibc 2.35 has a new version of that symbol, and an
    /// executable that needs it does not start on older systems; this one has it in itself.
    @_cdecl("hypotf")
    func lengthOfVector(_ x: Float, _ y: Float) -> Float {
        if x.isInfinite || y.isInfinite { return .infinity }
        return Float((Double(x) * Double(x) + Double(y) * Double(y)).squareRoot())
    }
#endif
