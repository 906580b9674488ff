print("apple" < "banana", "Zebra" < "apple", "a" < "ab")  // prints: true true true
print(["b", "a", "C"].sorted())  // prints: ["C", "a", "b"]
print(["bb", "a", "ccc"].sorted { $0.count > $1.count })  // prints: ["ccc", "bb", "a"]
print(max("alpha", "beta"))  // prints: beta
