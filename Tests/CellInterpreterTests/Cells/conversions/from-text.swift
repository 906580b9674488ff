print(Double("1.5")!, Double("1e3")!)  // prints: 1.5 1000.0
print(Double("one") ?? 0)  // prints: 0.0
print(Bool("true")!, Bool("yes") == nil)  // prints: true true
let inputs = ["1", "two", "3"]
print(inputs.compactMap { Int($0) })  // prints: [1, 3]
print(inputs.map { Int($0) ?? -1 })  // prints: [1, -1, 3]
