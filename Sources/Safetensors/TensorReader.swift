internal import FileSafety
internal import TensorCore

/// Reads one tensor's bytes and makes them the nearest type that tensors have.
struct TensorReader {
    let file: ReadableFile
    let entry: SafetensorsEntry
    let dataStart: Int
    /// Sees all elements of a tensor of floats as they are read.
    var inspect: FloatInspection = { _ in }

    func tensor() throws -> Tensor {
        let tensor =
            switch entry.dtype {
            case .f32: try direct()
            case .i64: try directIntegers()
            case .f64: try floats(Double.self) { Float($0) }
            case .f16: try floats(UInt16.self, HalfPrecision.float)
            case .bf16: try floats(UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
            case .i32: try integers(Int32.self)
            case .i16: try integers(Int16.self)
            case .i8: try integers(Int8.self)
            case .u8: try integers(UInt8.self)
            case .bool: try integers(UInt8.self).asType(.bool)
            }
        guard tensor.shape == entry.shape else {
            throw SafetensorsError.tooLarge(name: entry.name, path: file.path, shape: entry.shape)
        }
        return tensor
    }

    private var start: Int { dataStart + entry.range.lowerBound }

    private func direct() throws -> Tensor {
        try Tensor(uninitialized: entry.shape) {
            try file.read(into: UnsafeMutableRawBufferPointer($0), at: start) {
                inspect($0.assumingMemoryBound(to: Float.self))
            }
        }
    }

    private func directIntegers() throws -> Tensor {
        try Tensor(uninitializedInts: entry.shape) {
            try file.read(into: UnsafeMutableRawBufferPointer($0), at: start)
        }
    }

    private func floats<Stored: BitwiseCopyable>(_: Stored.Type, _ convert: (Stored) -> Float) throws -> Tensor {
        try Tensor(uninitialized: entry.shape) { out in
            try forEachStored(Stored.self) { out[$0] = convert($1) }
            inspect(UnsafeBufferPointer(out))
        }
    }

    private func integers<Stored: FixedWidthInteger & BitwiseCopyable>(_: Stored.Type) throws -> Tensor {
        try Tensor(uninitializedInts: entry.shape) { out in
            try forEachStored(Stored.self) { out[$0] = Int($1) }
        }
    }

    /// Reads a piece at a time, so that a converted tensor needs no second copy in memory.
    private func forEachStored<Stored: BitwiseCopyable>(_: Stored.Type, _ body: (Int, Stored) -> Void) throws {
        let width = MemoryLayout<Stored>.size
        for first in stride(from: 0, to: entry.count, by: 1 << 18) {
            let count = min(1 << 18, entry.count - first)
            let bytes = try file.bytes(at: start + first * width, count: count * width)
            bytes.withUnsafeBytes { raw in
                for i in 0..<count { body(first + i, raw.loadUnaligned(fromByteOffset: i * width, as: Stored.self)) }
            }
        }
    }
}
