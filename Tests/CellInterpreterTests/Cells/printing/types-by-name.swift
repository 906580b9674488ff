print(type(of: [1.0]), type(of: ["a": 1]), type(of: Optional(1)), type(of: (1, "a")), type(of: [1...2]))    // prints: Array<Double> Dictionary<String, Int> Optional<Int> (Int, String) Array<ClosedRange<Int>>
print(type(of: zip([1], [2.5])), type(of: [1].reversed()), type(of: [1][0...]))    // prints: Zip2Sequence<Array<Int>, Array<Double>> ReversedCollection<Array<Int>> ArraySlice<Int>
print([[1, 2][1...]], [1, 2, 3].split(separator: 2), "a"..<"c", ["a"..."b"])    // prints: [ArraySlice([2])] [ArraySlice([1]), ArraySlice([3])] a..<c [ClosedRange("a"..."b")]
