func ratio(_ a: Int, _ b: Int) -> Int {
    a / b  // fails: division by zero: 3 / 0
}
print(ratio(6, 2))  // prints: 3
print(ratio(3, 0))
