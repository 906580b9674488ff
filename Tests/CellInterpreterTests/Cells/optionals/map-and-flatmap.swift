let n: Int? = 4
print(n.map { $0 * 2 } ?? 0)  // prints: 8
let text: String? = "12"
print(text.flatMap { Int($0) } ?? -1)  // prints: 12
let none: Int? = nil
print(none.map { $0 * 2 } == nil)  // prints: true
