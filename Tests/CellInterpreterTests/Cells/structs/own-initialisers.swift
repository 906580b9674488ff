struct Celsius {
    let degrees: Double
    init(_ degrees: Double) { self.degrees = degrees }
    init(fahrenheit: Double) { self.init((fahrenheit - 32) / 1.8) }
}
print(Celsius(20).degrees, Celsius(fahrenheit: 212).degrees)  // prints: 20.0 100.0
