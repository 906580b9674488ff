let n = [1, 2, 3, 4, 5, 6]
print(n.map { $0 * $0 })  // prints: [1, 4, 9, 16, 25, 36]
print(n.filter { $0 % 2 == 0 })  // prints: [2, 4, 6]
print(n.reduce(0, +), n.reduce("") { $0 + "\($1)" })  // prints: 21 123456
