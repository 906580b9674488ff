let people = [("b", 1), ("a", 2), ("c", 1), ("d", 2)]
print(people.sorted { $0.1 < $1.1 }.map { $0.0 })  // prints: ["b", "c", "a", "d"]
