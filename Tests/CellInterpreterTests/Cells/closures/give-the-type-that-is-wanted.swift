let branches: [Double] = (0..<3).map { i in if i == 1 { 1 } else { 2 } }
let cases: [Double] = (0..<3).map { i in switch i { case 0: 1; default: 2.5 } }
print(branches, cases)  // prints: [2.0, 1.0, 2.0] [1.0, 2.5, 2.5]
let some: [Double?] = (0..<2).map { i in if i == 0 { nil } else { 2.5 } }
let any: [Any] = (0..<2).map { i in if i == 0 { "a" } else { 2.5 } }
print(some, any)  // prints: [nil, Optional(2.5)] ["a", 2.5]
let maybe: [Double]? = (0..<2).map { i in if i == 0 { 1 } else { 2 } }
let texts: [Any] = (0..<2).map { i in
    if i == 0 { return "a" }
    return 2
}
print(maybe ?? [], texts)  // prints: [1.0, 2.0] ["a", 2]
let halved: Double = (1...3).reduce(into: 1) { product, _ in product /= 2 }
let sum = (1...3).reduce(into: 0) { $0 += Double($1) }
print(halved, sum)  // prints: 0.125 6.0
let lazily: [Double] = (0..<2).lazy.map { i in i == 0 ? 1 : 2 }
let letters: [Character] = (0..<2).map { $0 == 0 ? "a" : "b" }
print(lazily, letters)  // prints: [1.0, 2.0] ["a", "b"]
let groups: [String: [Double]] = Dictionary(uniqueKeysWithValues: (0..<2).map { ("\($0)", [1, 2]) })
print(groups["1"] ?? [])  // prints: [1.0, 2.0]
struct Box {
    var n = 1
    static let one = Box()
    static func + (a: Box, b: Box) -> Box { Box(n: a.n + b.n) }
}
let whole: Box = [Box(n: 2), Box(n: 3)].reduce(.one, +)
print(whole.n)  // prints: 6
