internal import SessionSafety

// How operations run over elements: in pieces, so that a stop request is noticed within a few milliseconds.

/// Elements between two looks at the stop flag.
private let pieceLength = 1 << 18

/// Calls `body` with consecutive pieces of 0..<count.
@inline(__always)
func forEachPiece(_ count: Int, _ length: Int = pieceLength, _ body: (Range<Int>) throws -> Void) throws {
    var start = 0
    while start < count {
        try Interruption.check()
        let end = min(count, start + length)
        try body(start..<end)
        start = end
    }
}

/// The same for pieces that don't depend on each other, which the cores share where it is worth waking them.
@inline(__always)
func forEachPieceOnAllCores(_ count: Int, _ body: (Range<Int>) throws -> Void) throws {
    // An element costs a quarter of a nanosecond: what memory takes to bring and fetch it.
    guard count >= 1 << 18 else { return try forEachPiece(count, pieceLength, body) }
    try inShares(count, elementsEach: 1) { share in
        let first = share.lowerBound
        try forEachPiece(share.count) { piece in try body((first + piece.lowerBound)..<(first + piece.upperBound)) }
    }
}

/// Calls `body` with the whole of 0..<count, or with pieces of it where it is long: for a row among many, whose caller
/// keeps ``Pace``.
@inline(__always)
func forEachStretch(_ count: Int, _ body: (Range<Int>) throws -> Void) throws {
    if count <= pieceLength { try body(0..<count) } else { try forEachPiece(count, pieceLength, body) }
}

/// Copies bytes, in pieces.
func copyPieces(from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, byteCount: Int) throws {
    try forEachPiece(byteCount, 4 * pieceLength) {
        (target + $0.lowerBound).copyMemory(from: source + $0.lowerBound, byteCount: $0.count)
    }
}

/// Counts the elements that a loop over many rows has worked on, and looks at the stop flag after every piece's worth.
struct Pace {
    private var left = 0

    /// - Throws: `Interrupted`.
    @inline(__always)
    mutating func spend(_ elements: Int) throws {
        left -= elements
        guard left < 0 else { return }
        left = pieceLength
        try Interruption.check()
    }
}

extension Tensor {
    /// A tensor of the same shape with `f` of every element.
    @inline(__always)
    func mapElements<E: TensorElement, R: TensorElement>(_: E.Type, _ f: (E) throws -> R) throws -> Tensor {
        let result = try Tensor.allocate(shape, R.dtype)
        let (input, output) = (elements(E.self), result.mutableElements(R.self))
        try withExtendedLifetime(storage) {
            try forEachPiece(count) { for i in $0 { output[i] = try f(input[i]) } }
        }
        return result
    }

    /// A float tensor of the same shape with `f` of every element, sixteen at a time.
    @inline(__always)
    func mapVectors(_ f: (SIMD16<Float>) -> SIMD16<Float>) throws -> Tensor {
        let floats = try converted(to: .float32)
        let result = try Tensor.allocate(shape, .float32)
        guard let input = floats.elements(Float.self).baseAddress,
            let output = result.mutableElements(Float.self).baseAddress
        else { return result }
        try withExtendedLifetime(floats.storage) {
            try forEachPiece(count) {
                VectorLoops.map(input + $0.lowerBound, into: output + $0.lowerBound, count: $0.count, f)
            }
        }
        return result
    }
}
