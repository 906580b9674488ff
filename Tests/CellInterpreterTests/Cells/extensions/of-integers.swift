extension Int {
    var squared: Int { self * self }
    func clamped(_ low: Int, _ high: Int) -> Int { self < low ? low : self > high ? high : self }
}
print(5.squared, 12.clamped(0, 10))  // prints: 25 10
