let x = 3 as Double
print(x / 2)  // prints: 1.5
let empty = [] as [Int]
print(empty.count)  // prints: 0
let anything: [Any] = [1, "two", 3.0]
print(anything)  // prints: [1, "two", 3.0]
