/// The type of a tensor's elements.
public enum DType: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    /// Numbers with a fraction, 4 bytes each.
    case float32
    /// Integers, 8 bytes each.
    case int64
    /// True or false, 1 byte each.
    case bool

    /// How many bytes one element takes.
    public var byteCount: Int {
        switch self {
        case .float32: 4
        case .int64: 8
        case .bool: 1
        }
    }

    /// Its name, as PyTorch writes it: `float32`.
    public var description: String { rawValue }

    /// The type that holds the values of both: bool → int64 → float32.
    static func promoted(_ a: DType, _ b: DType) -> DType {
        if a == .float32 || b == .float32 { return .float32 }
        return a == .int64 || b == .int64 ? .int64 : .bool
    }
}

/// A Swift type that tensors hold.
protocol TensorElement: Sendable, Comparable {
    static var dtype: DType { get }
    static var zero: Self { get }
}

extension Float: TensorElement { static var dtype: DType { .float32 } }
extension Int: TensorElement { static var dtype: DType { .int64 } }

/// A truth value as a tensor holds it: one byte, 0 or 1.
struct Truth: TensorElement, Equatable {
    var byte: UInt8

    init(_ value: Bool) { byte = value ? 1 : 0 }
    var value: Bool { byte != 0 }

    static var dtype: DType { .bool }
    static var zero: Truth { Truth(false) }
    static func < (a: Truth, b: Truth) -> Bool { a.byte < b.byte }
}
