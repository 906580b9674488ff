print(Array("abc"))  // prints: ["a", "b", "c"]
print(Array(1...4))  // prints: [1, 2, 3, 4]
print(Set([3, 3, 1]).sorted())  // prints: [1, 3]
print(String(["h", "i"] as [Character]))  // prints: hi
print(Array(stride(from: 0, to: 10, by: 5)))  // prints: [0, 5]
print(Dictionary(uniqueKeysWithValues: [("a", 1)]))  // prints: ["a": 1]
