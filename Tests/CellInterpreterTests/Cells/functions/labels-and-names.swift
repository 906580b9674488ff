func move(from start: Int, to end: Int, by step: Int) -> [Int] {
    Array(stride(from: start, to: end, by: step))
}
print(move(from: 0, to: 6, by: 2))  // prints: [0, 2, 4]
func power(of base: Int, _ exponent: Int) -> Int { (0..<exponent).reduce(1) { result, _ in result * base } }
print(power(of: 2, 10))  // prints: 1024
