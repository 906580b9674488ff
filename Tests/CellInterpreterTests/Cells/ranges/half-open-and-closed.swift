print(Array(0..<3), Array(1...3))  // prints: [0, 1, 2] [1, 2, 3]
print((0..<5).count, (1...5).count, (3..<3).isEmpty)  // prints: 5 5 true
print((0..<5).contains(5), (0...5).contains(5), (0.0...1.0).contains(0.5))  // prints: false true true
