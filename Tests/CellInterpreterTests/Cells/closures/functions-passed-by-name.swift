func isShort(_ word: String) -> Bool { word.count < 4 }
print(["cat", "horse", "dog"].filter(isShort))  // prints: ["cat", "dog"]
print(["1", "x", "3"].compactMap { Int($0) })  // prints: [1, 3]
