internal import Platform

/// Numbers as text, the same on every machine and in every locale's process.
package enum NumberText {
    /// `value` with at most `digits` significant digits: `0.2592`, `-3.552`, `1.2e-07`; `NaN`, `inf` as they are.
    package static func significant(_ value: Double, _ digits: Int = 4) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-inf" : "inf" }
        let text = formatted("%.*g", Int32(digits), value)
        return text == "-0" ? "0" : text
    }

    /// `value` among others: as ``significant(_:_:)``, but no digit stands for less than the fourth one of the largest does.
    ///
    /// Sums of float32 are wrong by a part of their largest summand: further digits change with the processor and the threads.
    package static func significant(_ value: Double, _ digits: Int = 4, besides largest: Double) -> String {
        let (unit, own) = (lastUnit(of: largest, digits: PictureData.mapDigits), lastUnit(of: value, digits: digits))
        guard unit > own, (value / unit).isFinite else { return significant(value, digits) }
        return significant((value / unit).rounded() * unit, digits)
    }

    /// What the last of so many digits of a number stands for; 0 where that is nothing.
    private static func lastUnit(of value: Double, digits: Int) -> Double {
        guard value != 0, value.isFinite else { return 0 }
        return pow(10, floor(log10(abs(value))) - Double(digits - 1))
    }

    /// The largest magnitude of finite values; 0 where there are none.
    package static func largest(of values: some Sequence<Double>) -> Double {
        values.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    }

    /// `value` with a fixed number of decimals, as the labels of one axis have it.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        let text = formatted("%.*f", Int32(decimals), value)
        return text.allSatisfy { "-0.".contains($0) } && text.hasPrefix("-") ? String(text.dropFirst()) : text
    }

    /// `value` with two or three digits, to be written into a cell.
    package static func cell(_ value: Double) -> String {
        guard value.isFinite, value == 0 || (0.005..<1000).contains(abs(value)) else {
            return value.isFinite && abs(value) < 0.005 ? "0" : significant(value, 2)
        }
        return fixed(value, decimals: abs(value) < 10 ? 2 : abs(value) < 100 ? 1 : 0)
    }

    /// `1 cell`, `2 cells`.
    package static func counted(_ count: Int, _ one: String) -> String { "\(count) \(one)\(count == 1 ? "" : "s")" }

    /// A length or coordinate: two decimals at most, none when they are zero.
    package static func coordinate(_ value: Double) -> String {
        let hundredths = (value * 100).rounded()
        guard abs(hundredths) < 1e9 else { return "0" }
        let (whole, rest) = (Int(hundredths) / 100, abs(Int(hundredths)) % 100)
        let sign = hundredths < 0 && whole == 0 && rest != 0 ? "-" : ""
        let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        return sign + String(whole) + decimals
    }

    private static func formatted(_ format: String, _ digits: Int32, _ value: Double) -> String {
        var buffer = [CChar](repeating: 0, count: 400)
        let count = withVaList([digits, value]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(decoding: buffer.prefix(Int(max(0, count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
