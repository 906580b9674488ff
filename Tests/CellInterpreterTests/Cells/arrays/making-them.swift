let empty: [Int] = []
let zeros = Array(repeating: 0, count: 3)
let counted = Array(1...4)
let words = [String]()
print(empty, zeros, counted, words)
print(empty.isEmpty, counted.count)
