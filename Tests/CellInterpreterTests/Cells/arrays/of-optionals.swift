let a: [Int?] = [1, nil, 3]
print(a)  // prints: [Optional(1), nil, Optional(3)]
print(a.compactMap { $0 })  // prints: [1, 3]
print(a.count)  // prints: 3
