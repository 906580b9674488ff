for (left, right) in zip(1..., ["a", "b"]) { print(left, right) }    // prints: 1 a
// prints: 2 b
print(Array(zip([1, 2], (5...).lazy.map { $0 * 10 })).map { $0.0 + $0.1 })    // prints: [51, 62]
for (offset, letter) in "ab".enumerated() { print(offset, letter) }    // prints: 0 a
// prints: 1 b
print(Array(stride(from: 0, to: .infinity, by: 1.5).prefix(3)))    // prints: [0.0, 1.5, 3.0]
print(stride(from: 10, through: 0, by: -5).map { $0 }, stride(from: 0, to: 10, by: 3).reversed())    // prints: [10, 5, 0] [9, 6, 3, 0]
print(Array(repeatElement("x", count: 2)), repeatElement(7, count: 3)[1])    // prints: ["x", "x"] 7
print(Array([[1], [2, 3]].joined()), Array([[1], [2]].joined(separator: [0, 0])), ["a", "b"].joined())    // prints: [1, 2, 3] [1, 0, 0, 2] ab
print(Array([1, 2, 3].reversed()), [1, 2, 3].reversed()[0], String("abc".reversed()))    // prints: [3, 2, 1] 3 cba
let turned: [Int] = (0..<3).reversed()
print(turned, [1, 2, 1] == [1, 2, 1].reversed(), [2, 1].reversed() + [3])    // prints: [2, 1, 0] true [1, 2, 3]
print([3, 4].reversed().first!, [3, 4].reversed().last!, [3, 4].reversed().count)    // prints: 4 3 2
print(Array([1, 2, 3, 4].reversed().dropFirst(2)), Array(Set([7]).prefix(1)))    // prints: [2, 1] [7]
print((0..<5).prefix(2), (0..<5).dropFirst(3), (0..<5).suffix(1), (2..<5)[3])    // prints: 0..<2 3..<5 4..<5 3
print(AnySequence(stride(from: 0, to: 3, by: 1)).map { $0 }, Array(AnySequence([1]).dropFirst()))    // prints: [0, 1, 2] []
let score = ["a": 1]
print(score.keys, score.values, score.keys.contains("a"), score.keys == ["a": 2].keys)    // prints: ["a"] [1] true true
print(score.keys.sorted()[0], Array(score.keys)[0], score.values.max()!, score.keys.first!)    // prints: a a 1 a
debugPrint(score.keys, "é".utf8)    // prints: Dictionary.Keys(["a"]) UTF8View("é")
