let empty: [Int] = []
let zeros = Array(repeating: 0, count: 3)
let counted = Array(1...4)
let words = [String]()
print(empty, zeros, counted, words)  // prints: [] [0, 0, 0] [1, 2, 3, 4] []
print(empty.isEmpty, counted.count)  // prints: true 4
