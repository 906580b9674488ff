/// Sums over contiguous numbers in Float64, eight at a time.
enum Row64 {
    /// The sum of `count` numbers.
    static func sum(_ row: UnsafePointer<Double>, _ count: Int) -> Double {
        var lanes = SIMD8<Double>()
        let whole = count & ~7
        for index in stride(from: 0, to: whole, by: 8) { lanes += load(row + index) }
        return (whole..<count).reduce(lanes.sum()) { $0 + row[$1] }
    }

    /// target += factor · row
    static func add(
        _ row: UnsafePointer<Double>, times factor: Double, to target: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        for index in 0..<count { target[index] += factor * row[index] }
    }

    /// target += row
    static func add(_ row: UnsafePointer<Float>, to target: UnsafeMutablePointer<Double>, _ count: Int) {
        let whole = count & ~7
        for index in stride(from: 0, to: whole, by: 8) { store(load(target + index) + load(row + index), target + index) }
        for index in whole..<count { target[index] += Double(row[index]) }
    }

    /// row · a and row · b
    static func dots(_ row: UnsafePointer<Float>, _ a: [Double], _ b: [Double]) -> (Double, Double) {
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
    static func extremes(_ row: UnsafeBufferPointer<Double>) -> (most: Double, least: Double) {
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
    static func center(
        _ row: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, _ count: Int
    ) -> Double {
        let whole = count & ~7
        var lanes = SIMD8<Double>()
        for index in stride(from: 0, to: whole, by: 8) { lanes += load(row + index) }
        let mean = (whole..<count).reduce(lanes.sum()) { $0 + Double(row[$1]) } / Double(max(1, count))
        for index in stride(from: 0, to: whole, by: 8) {
            UnsafeMutableRawPointer(out + index).storeBytes(
                of: SIMD8<Float>(load(row + index) - mean), as: SIMD8<Float>.self)
        }
        for index in whole..<count { out[index] = Float(Double(row[index]) - mean) }
        return mean
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
