let pairs = [("a", 1), ("b", 2)]
print(pairs.map { $0.0 }, pairs.map { $0.1 })
print(pairs.map { name, n in "\(name)\(n)" })
print(pairs.map { (name, n) in String(repeating: name, count: n) })
print(pairs.filter { $0.1 > 1 }.map { $0.0 })
print(pairs.first { $0.0 == "b" }!)
