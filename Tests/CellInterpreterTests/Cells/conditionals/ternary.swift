let n = 7
print(n % 2 == 0 ? "even" : "odd")  // prints: odd
let size = n > 100 ? "large" : n > 5 ? "medium" : "small"
print(size)  // prints: medium
let value: Double = n > 3 ? 1 : 0.5
print(value)  // prints: 1.0
