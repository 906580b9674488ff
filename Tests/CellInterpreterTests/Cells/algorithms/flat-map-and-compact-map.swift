print([[1, 2], [3]].flatMap { $0 })  // prints: [1, 2, 3]
print([1, 2].flatMap { [$0, $0 * 10] })  // prints: [1, 10, 2, 20]
print(["1", "b", "3"].compactMap { Int($0) })  // prints: [1, 3]
