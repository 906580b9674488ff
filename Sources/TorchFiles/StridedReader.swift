internal import FileSafety
internal import SessionSafety
internal import TensorCore

/// Reads one tensor's numbers, which need not lie in the order of its elements, and makes them the nearest type that tensors have.
struct StridedReader {
    let file: ReadableFile
    let entry: TorchEntry

    func tensor() throws -> Tensor {
        switch entry.type {
        case .float32: try floats(UInt32.self) { Float(bitPattern: $0) }
        case .float64: try floats(UInt64.self) { Float(Double(bitPattern: $0)) }
        case .float16: try floats(UInt16.self, HalfPrecision.float)
        case .bfloat16: try floats(UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
        case .int64: try integers(Int64.self)
        case .int32: try integers(Int32.self)
        case .int16: try integers(Int16.self)
        case .int8: try integers(Int8.self)
        case .uint8: try integers(UInt8.self)
        case .bool: try integers(UInt8.self).asType(.bool)
        }
    }

    private func floats<Stored: FixedWidthInteger & BitwiseCopyable>(
        _: Stored.Type, _ convert: (Stored) -> Float
    ) throws -> Tensor {
        try Tensor(uninitialized: entry.shape) { out in
            try forEachStored(Stored.self) { out[$0] = convert($1) }
        }
    }

    private func integers<Stored: FixedWidthInteger & BitwiseCopyable>(_: Stored.Type) throws -> Tensor {
        try Tensor(uninitializedInts: entry.shape) { out in
            try forEachStored(Stored.self) { out[$0] = Int($1) }
        }
    }

    /// Gives `body` every element's number in the order of the elements, from all of the tensor's bytes in memory.
    private func forEachStored<Stored: FixedWidthInteger & BitwiseCopyable>(
        _: Stored.Type, _ body: (Int, Stored) -> Void
    ) throws {
        guard entry.count > 0 else { return }
        let width = MemoryLayout<Stored>.size
        let span = zip(entry.shape, entry.strides).reduce(1) { $0 + ($1.0 - 1) * $1.1 }
        try MemoryBudget.check(bytes: span * width)
        let bytes = try file.bytes(at: entry.start, count: span * width)
        try bytes.withUnsafeBytes { raw in
            var (index, place) = ([Int](repeating: 0, count: entry.shape.count), 0)
            for element in 0..<entry.count {
                if element & 0xFFFF == 0 { try Interruption.check() }
                body(element, Stored(littleEndian: raw.loadUnaligned(fromByteOffset: place * width, as: Stored.self)))
                // The next element: the last axis goes on, and carries into the one before.
                for axis in index.indices.reversed() {
                    index[axis] += 1
                    place += entry.strides[axis]
                    if index[axis] < entry.shape[axis] { break }
                    place -= index[axis] * entry.strides[axis]
                    index[axis] = 0
                }
            }
        }
    }
}
