let sum = 3
let count = 2
print(sum / count)  // prints: 1
print(Double(sum) / Double(count))  // prints: 1.5
print(Double(sum) / 2)  // prints: 1.5
print(Double(sum) * 0.5 + 1)  // prints: 2.5
