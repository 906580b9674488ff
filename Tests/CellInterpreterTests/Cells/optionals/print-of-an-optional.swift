let value: Double? = 1.5
print(value as Any)
let words: [String?] = ["a", nil]
print(words)
