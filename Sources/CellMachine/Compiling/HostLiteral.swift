internal import CellValues

/// Makes values of the library's types from literals, by the conformances that the types have in Swift.
enum HostLiteral {
    static func number(
        _ type: any HostConvertible.Type, _ value: Double, integer: Int?
    ) -> (() -> any HostConvertible)? {
        if let type = type as? any FixedWidthCellNumber.Type { return integer.flatMap { fixed(type, $0) } }
        if let integer, let type = type as? any ExpressibleByIntegerLiteral.Type, let make = make(type, integer) {
            return make
        }
        if let type = type as? any ExpressibleByFloatLiteral.Type { return make(type, value) }
        return nil
    }

    static func boolean(_ type: any HostConvertible.Type, _ value: Bool) -> (() -> any HostConvertible)? {
        func make<T: ExpressibleByBooleanLiteral>(_ type: T.Type) -> (() -> any HostConvertible)? {
            guard let literal = value as? T.BooleanLiteralType, T(booleanLiteral: literal) is any HostConvertible else {
                return nil
            }
            return { (T(booleanLiteral: literal) as? any HostConvertible) ?? CellValue.void }
        }
        guard let type = type as? any ExpressibleByBooleanLiteral.Type else { return nil }
        return make(type)
    }

    static func string(_ type: any HostConvertible.Type, _ text: String) -> (any HostConvertible)? {
        func make<T: ExpressibleByStringLiteral>(_ type: T.Type) -> (any HostConvertible)? {
            guard let literal = text as? T.StringLiteralType else { return nil }
            return T(stringLiteral: literal) as? any HostConvertible
        }
        if type == Unicode.Scalar.self { return text.unicodeScalars.first.flatMap { $0 as? any HostConvertible } }
        guard let type = type as? any ExpressibleByStringLiteral.Type else { return nil }
        return make(type)
    }

    /// Nil when the number is out of range.
    private static func fixed<T: FixedWidthCellNumber>(_ type: T.Type, _ value: Int) -> (() -> any HostConvertible)? {
        T(exactly: value).map { number in { number } }
    }

    private static func make<T: ExpressibleByIntegerLiteral>(
        _ type: T.Type, _ value: Int
    ) -> (() -> any HostConvertible)? {
        let candidates: [Any] = [value, Int64(value), Int32(truncatingIfNeeded: value), Double(value), Float(value)]
        guard let literal = candidates.lazy.compactMap({ $0 as? T.IntegerLiteralType }).first,
            T(integerLiteral: literal) is any HostConvertible
        else { return nil }
        return { (T(integerLiteral: literal) as? any HostConvertible) ?? CellValue.void }
    }

    private static func make<T: ExpressibleByFloatLiteral>(
        _ type: T.Type, _ value: Double
    ) -> (() -> any HostConvertible)? {
        let candidates: [Any] = [value, Float(value)]
        guard let literal = candidates.lazy.compactMap({ $0 as? T.FloatLiteralType }).first,
            T(floatLiteral: literal) is any HostConvertible
        else { return nil }
        return { (T(floatLiteral: literal) as? any HostConvertible) ?? CellValue.void }
    }
}
