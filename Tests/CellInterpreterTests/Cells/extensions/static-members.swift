extension Double {
    static let half = 0.5
    static func mean(_ a: Double, _ b: Double) -> Double { (a + b) / 2 }
}
print(Double.half, Double.mean(1, 2))  // prints: 0.5 1.5
