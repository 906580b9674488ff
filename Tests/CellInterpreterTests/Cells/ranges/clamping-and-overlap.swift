print((0..<10).clamped(to: 5..<20), (0..<3).overlaps(2..<5))  // prints: 5..<10 true
print(max(0, min(12, 10)))  // prints: 10
