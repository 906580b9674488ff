print(["a", "b", "c"].joined(), ["a", "b"].joined(separator: " + "))  // prints: abc a + b
print(Array([[1, 2], [3]].joined()))  // prints: [1, 2, 3]
print((1...3).map { String($0) }.joined(separator: ","))  // prints: 1,2,3
