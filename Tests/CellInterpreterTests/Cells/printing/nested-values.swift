print([[1, 2], [3]], (1, "two"), [("a", 1)])  // prints: [[1, 2], [3]] (1, "two") [("a", 1)]
print((x: 1, y: 2))  // prints: (x: 1, y: 2)
print(["a": ["b": 1]])  // prints: ["a": ["b": 1]]
let none: String? = nil
print(none as Any, [Optional(1), nil])  // prints: nil [Optional(1), nil]
