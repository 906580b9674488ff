func add(_ a: Int, _ b: Int) -> Int { a + b }
func named(_ key: String, _ value: Int) -> String { "\(key)\(value)" }
print(zip([1, 5], [4, 2]).map(max), zip([1, 2], [3, 4]).map(add))  // prints: [4, 5] [4, 6]
print(["a": 1].map(named))  // prints: ["a1"]
let minus: (Int, Int) -> Int = { $0 - $1 }
print(zip([5, 6], [1, 2]).map(minus))  // prints: [4, 4]
