var functions: [() -> Int] = []
for i in 0..<3 { functions.append { i * 10 } }
print(functions.map { $0() })  // prints: [0, 10, 20]
