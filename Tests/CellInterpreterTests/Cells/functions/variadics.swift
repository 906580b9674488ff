func total(_ numbers: Double...) -> Double { numbers.reduce(0, +) }
func label(_ name: String, values: Int..., unit: String = "") -> String {
    "\(name) \(values)\(unit)"
}
print(total(), total(1), total(1, 2.5))  // prints: 0.0 1.0 3.5
print(label("a", values: 1, 2), label("b", values: 3, unit: "ms"))  // prints: a [1, 2] b [3]ms
