let text = "a1b2c3"
print(text.filter { $0.isNumber })  // prints: 123
print(text.filter { $0.isLetter }.uppercased())  // prints: ABC
print(text.map { String($0) }.joined(separator: "-"))  // prints: a-1-b-2-c-3
print(text.compactMap { $0.wholeNumberValue }.reduce(0, +))  // prints: 6
