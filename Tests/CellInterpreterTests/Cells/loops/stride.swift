for i in stride(from: 0, to: 10, by: 4) { print(i) }  // prints: 0
// prints: 4
// prints: 8
for i in stride(from: 3, through: 1, by: -1) { print(i) }  // prints: 3
// prints: 2
// prints: 1
print(Array(stride(from: 0.0, through: 1.0, by: 0.5)))  // prints: [0.0, 0.5, 1.0]
