let value: Double? = 1.5
print(value as Any)  // prints: Optional(1.5)
let words: [String?] = ["a", nil]
print(words)  // prints: [Optional("a"), nil]
