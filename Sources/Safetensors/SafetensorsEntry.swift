/// What a safetensors header says about one tensor.
public struct SafetensorsEntry: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The type of its elements in the file.
    public let dtype: SafetensorsDType
    /// Its lengths.
    public let shape: [Int]
    /// Where its bytes lie, counted from the end of the header.
    public let range: Range<Int>

    /// How many elements it has. The header's check has made sure that this does not overflow.
    public var count: Int { shape.reduce(1, *) }
}

/// The element types of the safetensors format that can be read.
public enum SafetensorsDType: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    /// Floating point of 8 bytes.
    case f64 = "F64"
    /// Floating point of 4 bytes.
    case f32 = "F32"
    /// Floating point of 2 bytes.
    case f16 = "F16"
    /// Floating point of 2 bytes with the range of 4.
    case bf16 = "BF16"
    /// Integers of 8 bytes.
    case i64 = "I64"
    /// Integers of 4 bytes.
    case i32 = "I32"
    /// Integers of 2 bytes.
    case i16 = "I16"
    /// Integers of 1 byte.
    case i8 = "I8"
    /// Integers of 1 byte, none negative.
    case u8 = "U8"
    /// Truth values of 1 byte.
    case bool = "BOOL"

    /// The kind's name: `F32`.
    public var description: String { rawValue }

    /// How many bytes one element takes in the file.
    public var byteCount: Int {
        switch self {
        case .f64, .i64: 8
        case .f32, .i32: 4
        case .f16, .bf16, .i16: 2
        case .i8, .u8, .bool: 1
        }
    }
}
