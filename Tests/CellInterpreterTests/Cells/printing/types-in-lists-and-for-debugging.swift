print(Int.self, [type(of: 1)], (1, Int.self))  // prints: Int [Swift.Int] (1, Swift.Int)
debugPrint(Int.self, type(of: [1.5]))  // prints: Swift.Int Swift.Array<Swift.Double>
print(String(reflecting: [String: Int].self))  // prints: Swift.Dictionary<Swift.String, Swift.Int>
print(...3, [...3])  // prints: PartialRangeThrough<Int>(upperBound: 3) [Swift.PartialRangeThrough<Swift.Int>(upperBound: 3)]
