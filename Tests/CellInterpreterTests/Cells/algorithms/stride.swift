print(Array(stride(from: 0, to: 10, by: 3)))  // prints: [0, 3, 6, 9]
print(Array(stride(from: 10, through: 0, by: -5)))  // prints: [10, 5, 0]
print(Array(stride(from: 0.0, to: 1.0, by: 0.25)))  // prints: [0.0, 0.25, 0.5, 0.75]
