extension RangeBox {
    package func contains(_ value: CellValue) throws -> Bool {
        switch kind {
        case .halfOpen: try !value.isLess(than: lower) && value.isLess(than: upper)
        case .closed: try !value.isLess(than: lower) && !upper.isLess(than: value)
        case .from: try !value.isLess(than: lower)
        case .upTo: try value.isLess(than: upper)
        case .through: try !upper.isLess(than: value)
        case .unbounded: true
        }
    }

    package var isEmpty: Bool { kind == .halfOpen && lower.isEqual(to: upper) }

    package func overlaps(_ other: RangeBox) throws -> Bool {
        guard !isEmpty, !other.isEmpty else { return false }
        if kind == .closed { return try !upper.isLess(than: other.lower) && !other.upper.isLess(than: lower) }
        return try lower.isLess(than: other.upper) && other.lower.isLess(than: upper)
    }

    package func clamped(to limits: RangeBox) throws -> RangeBox {
        func clamp(_ value: CellValue) throws -> CellValue {
            if try value.isLess(than: limits.lower) { return limits.lower }
            return try limits.upper.isLess(than: value) ? limits.upper : value
        }
        return RangeBox(kind, lower: try clamp(lower), upper: try clamp(upper))
    }
}
