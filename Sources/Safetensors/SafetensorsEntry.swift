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
public enum SafetensorsDType: String, Sendable, Hashable, CaseIterable {
    case f64 = "F64"
    case f32 = "F32"
    case f16 = "F16"
    case bf16 = "BF16"
    case i64 = "I64"
    case i32 = "I32"
    case i16 = "I16"
    case i8 = "I8"
    case u8 = "U8"
    case bool = "BOOL"

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
