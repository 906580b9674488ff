struct Negative: Error {}
struct Ratio {
    let value: Double
    init(_ value: Double) throws {
        guard value >= 0 else { throw Negative() }
        self.value = value
    }
}
print(try Ratio(0.5).value)  // prints: 0.5
print((try? Ratio(-1)) == nil)  // prints: true
