func range(of values: [Int]) -> (low: Int, high: Int) {
    (values.min()!, values.max()!)
}
let result = range(of: [4, 1, 7])
print(result.low, result.high)  // prints: 1 7
let (low, high) = range(of: [2, 2])
print(low, high)  // prints: 2 2
