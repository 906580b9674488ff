var factorial: (Int) -> Int = { _ in 0 }
factorial = { $0 <= 1 ? 1 : $0 * factorial($0 - 1) }
print(factorial(5))  // prints: 120
