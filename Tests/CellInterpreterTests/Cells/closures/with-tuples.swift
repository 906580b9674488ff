let pairs = [("a", 1), ("b", 2)]
print(pairs.map { $0.0 }, pairs.map { $0.1 })  // prints: ["a", "b"] [1, 2]
print(pairs.map { name, n in "\(name)\(n)" })  // prints: ["a1", "b2"]
print(pairs.map { (name, n) in String(repeating: name, count: n) })  // prints: ["a", "bb"]
print(pairs.filter { $0.1 > 1 }.map { $0.0 })  // prints: ["b"]
print(pairs.first { $0.0 == "b" }!)  // prints: ("b", 2)
