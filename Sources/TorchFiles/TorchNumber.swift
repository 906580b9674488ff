/// The numbers of which PyTorch's tensors are made, under the names of its storages.
public enum TorchNumber: String, Sendable, CaseIterable {
    /// Floats of 32 bits.
    case float32 = "FloatStorage"
    /// Floats of 64 bits.
    case float64 = "DoubleStorage"
    /// Floats of 16 bits, IEEE half precision.
    case float16 = "HalfStorage"
    /// The upper half of floats of 32 bits.
    case bfloat16 = "BFloat16Storage"
    /// Whole numbers of 64 bits.
    case int64 = "LongStorage"
    /// Whole numbers of 32 bits.
    case int32 = "IntStorage"
    /// Whole numbers of 16 bits.
    case int16 = "ShortStorage"
    /// Whole numbers of 8 bits.
    case int8 = "CharStorage"
    /// Whole numbers of 8 bits without a sign.
    case uint8 = "ByteStorage"
    /// Truth values, a byte each.
    case bool = "BoolStorage"

    /// The bytes of one.
    public var byteCount: Int {
        switch self {
        case .float64, .int64: 8
        case .float32, .int32: 4
        case .float16, .bfloat16, .int16: 2
        case .int8, .uint8, .bool: 1
        }
    }
}
