let exact: Int = 5
let ratio: Double = 5
let name: String = "five"
let names: [String] = []
let table: [String: [Int]] = ["a": [1, 2]]
let pair: (Int, String) = (1, "one")
let maybe: Int? = nil
print(exact, ratio, name, names, table, pair)  // prints: 5 5.0 five [] ["a": [1, 2]] (1, "one")
print(maybe == nil)  // prints: true
