let a: Int? = 3
print(a! + 1)  // prints: 4
let first = [5, 6].first!
print(first)  // prints: 5
