struct Scale {
    var factor: Double
    func callAsFunction(_ x: Double) -> Double { x * factor }
}
let double = Scale(factor: 2)
print(double(4), double(0.5))  // prints: 8.0 1.0
