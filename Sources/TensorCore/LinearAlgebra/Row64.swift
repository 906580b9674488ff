/// Sums over contiguous numbers in Float64, eight at a time.
package enum Row64 {
    /// The sum of `count` numbers.
    package static func sum(_ row: UnsafePointer<Double>, _ count: Int) -> Double {
        var lanes = SIMD8<Double>()
        let whole = count & ~7
        for index in stride(from: 0, to: whole, by: 8) { lanes += load(row + index) }
        return (whole..<count).reduce(lanes.sum()) { $0 + row[$1] }
    }

    /// target += factor · row
    package static func add(
        _ row: UnsafePointer<Double>, times factor: Double, to target: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        for index in 0..<count { target[index] += factor * row[index] }
    }

    /// target += row
    package static func add(_ row: UnsafePointer<Float>, to target: UnsafeMutablePointer<Double>, _ count: Int) {
        let whole = count & ~7
        for index in stride(from: 0, to: whole, by: 8) {
            store(load(target + index) + load(row + index), target + index)
        }
        for index in whole..<count { target[index] += Double(row[index]) }
    }

    /// a += Σ factors.a[r] · row r, b += Σ factors.b[r] · row r, over `count` rows that follow each other.
    ///
    /// Four rows at a time, so that the sums are loaded and stored a quarter as often.
    package static func addRows(
        _ start: UnsafePointer<Float>, _ count: Int, _ columns: Int, times factors: (a: [Double], b: [Double]),
        to a: UnsafeMutablePointer<Double>, and b: UnsafeMutablePointer<Double>
    ) {
        for first in stride(from: 0, to: count, by: 4) {
            let rows = first..<min(first + 4, count)
            let whole = columns & ~3
            for column in stride(from: 0, to: whole, by: 4) {
                var (sumA, sumB) = (load4(a + column), load4(b + column))
                for row in rows {
                    let raw = UnsafeRawPointer(start + row * columns + column)
                    let values = SIMD4<Double>(raw.loadUnaligned(as: SIMD4<Float>.self))
                    sumA += values * factors.a[row]
                    sumB += values * factors.b[row]
                }
                UnsafeMutableRawPointer(a + column).storeBytes(of: sumA, as: SIMD4<Double>.self)
                UnsafeMutableRawPointer(b + column).storeBytes(of: sumB, as: SIMD4<Double>.self)
            }
            for row in rows {
                for column in whole..<columns {
                    a[column] += factors.a[row] * Double(start[row * columns + column])
                    b[column] += factors.b[row] * Double(start[row * columns + column])
                }
            }
        }
    }

    /// row · a and row · b
    package static func dots(_ row: UnsafePointer<Float>, _ a: [Double], _ b: [Double]) -> (Double, Double) {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                guard let first = a.baseAddress, let second = b.baseAddress else { return (0, 0) }
                var lanes = (SIMD8<Double>(), SIMD8<Double>())
                let whole = a.count & ~7
                for index in stride(from: 0, to: whole, by: 8) {
                    let values = load(row + index)
                    lanes.0 += values * load(first + index)
                    lanes.1 += values * load(second + index)
                }
                return (whole..<a.count).reduce((lanes.0.sum(), lanes.1.sum())) { sums, index in
                    (sums.0 + Double(row[index]) * first[index], sums.1 + Double(row[index]) * second[index])
                }
            }
        }
    }

    /// The largest and the smallest number of a row that has some.
    package static func extremes(_ row: UnsafeBufferPointer<Double>) -> (most: Double, least: Double) {
        guard let start = row.baseAddress, let first = row.first else { return (0, 0) }
        var (most, least) = (SIMD8<Double>(repeating: first), SIMD8<Double>(repeating: first))
        let whole = row.count & ~7
        for index in stride(from: 0, to: whole, by: 8) {
            let values = load(start + index)
            most.replace(with: values, where: values .> most)
            least.replace(with: values, where: values .< least)
        }
        return (whole..<row.count).reduce((most.max(), least.min())) { (max($0.0, row[$1]), min($0.1, row[$1])) }
    }

    /// Writes the row less its mean, rounded to Float32, and gives the mean. `out` may be the row.
    package static func center(
        _ row: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, _ count: Int
    ) -> Double {
        let whole = count & ~7
        var lanes = SIMD8<Double>()
        for index in stride(from: 0, to: whole, by: 8) { lanes += load(row + index) }
        let mean = (whole..<count).reduce(lanes.sum()) { $0 + Double(row[$1]) } / Double(max(1, count))
        // Rounded, the mean moves no difference by more than its own last digit.
        let lost = Float(mean)
        for index in 0..<count { out[index] = row[index] - lost }
        return mean
    }

    @inline(__always)
    private static func load4(_ start: UnsafePointer<Double>) -> SIMD4<Double> {
        UnsafeRawPointer(start).loadUnaligned(as: SIMD4<Double>.self)
    }

    @inline(__always)
    private static func load(_ start: UnsafePointer<Double>) -> SIMD8<Double> {
        UnsafeRawPointer(start).loadUnaligned(as: SIMD8<Double>.self)
    }

    @inline(__always)
    private static func load(_ start: UnsafePointer<Float>) -> SIMD8<Double> {
        SIMD8<Double>(UnsafeRawPointer(start).loadUnaligned(as: SIMD8<Float>.self))
    }

    @inline(__always)
    private static func store(_ values: SIMD8<Double>, _ start: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(start).storeBytes(of: values, as: SIMD8<Double>.self)
    }
}
