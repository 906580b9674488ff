internal import Platform

/// How the elements of one tensor are written: all with the same number of places, or all with an exponent.
struct TensorFormat {
    private enum Style {
        case whole, fixed, exponent
    }
    private let tensor: Tensor
    private let style: Style

    init(_ tensor: Tensor) {
        let tensor = tensor.detach()
        self.tensor = tensor
        style = tensor.dtype == .float32 ? Self.style(tensor.elements(Float.self)) : .whole
        withExtendedLifetime(tensor.storage) {}
    }

    /// The element at a place in row-major order.
    func text(at index: Int) -> String {
        switch tensor.dtype {
        case .int64: return "\(tensor.elements(Int.self)[index])"
        case .bool: return tensor.elements(Truth.self)[index].value ? "true" : "false"
        case .float32:
            let value = Double(tensor.elements(Float.self)[index])
            if value.isNaN { return "nan" }
            if value.isInfinite { return value < 0 ? "-inf" : "inf" }
            return style == .exponent ? Self.exponent(value) : Self.fixed(value)
        }
    }

    /// PyTorch's rule: an exponent when the largest is very large, the smallest very small, or both far apart.
    private static func style(_ values: UnsafeBufferPointer<Float>) -> Style {
        var (low, high) = (Float.infinity, Float(0))
        for value in values.prefix(1 << 20) where value.isFinite && value != 0 {
            low = min(low, abs(value))
            high = max(high, abs(value))
        }
        guard high > 0 else { return .fixed }
        return high > 1e8 || high < 1e-4 || (low < 1e-4 && high / low > 1e8) ? .exponent : .fixed
    }

    /// Four places behind the point.
    static func fixed(_ value: Double) -> String {
        let scaled = (abs(value) * 10_000).rounded(.toNearestOrEven)
        guard scaled < 9e15 else { return "\(value)" }
        let (whole, part) = (Int(scaled) / 10_000, Int(scaled) % 10_000)
        let digits = "\(part)"
        return (value < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Four places and a power of ten: `1.2346e-05`.
    static func exponent(_ value: Double) -> String {
        guard value != 0 else { return "0.0000e+00" }
        var power = Int(log10(abs(value)).rounded(.down))
        var mantissa = (abs(value) / pow(10, Double(power)) * 10_000).rounded() / 10_000
        if mantissa >= 10 { (mantissa, power) = (mantissa / 10, power + 1) }
        let digits = "\(abs(power))"
        return (value < 0 ? "-" : "") + fixed(mantissa) + (power < 0 ? "e-" : "e+") + (digits.count < 2 ? "0" : "")
            + digits
    }
}
