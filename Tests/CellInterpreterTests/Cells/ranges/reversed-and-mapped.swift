print((0..<3).reversed().map { $0 * 10 })  // prints: [20, 10, 0]
print((1...5).reduce(1, *))  // prints: 120
print((1...10).filter { $0.isMultiple(of: 3) })  // prints: [3, 6, 9]
