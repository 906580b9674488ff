let squares = [1, 2, 3].lazy.map { (n: Int) -> Int in
    print("square of", n)
    return n * n
}
print("made")    // prints: made
print(squares.first!)    // prints: square of 1
// prints: 1
print(squares.count, squares.isEmpty)    // prints: 3 false
print(squares[1])    // prints: square of 2
// prints: 4
print((1...).lazy.map { $0 * 2 }.first { $0 > 7 }!)    // prints: 8
print(Array((1...).lazy.filter { $0 % 3 == 0 }.prefix(2)))    // prints: [3, 6]
print(Array((1...).lazy.map { $0 * $0 }.prefix { $0 < 20 }))    // prints: [1, 4, 9, 16]
print(Array([5, 1, 7].lazy.drop { $0 > 4 }))    // prints: [1, 7]
print(["1", "x", "3"].lazy.compactMap { Int($0) }.reduce(0, +))    // prints: 4
print(Array([1, 2].lazy.flatMap { [$0, $0] }))    // prints: [1, 1, 2, 2]
let doubled: [Int] = [1, 2].lazy.map { $0 * 2 }
print(doubled)    // prints: [2, 4]
print((1...).prefix { $0 < 4 }, Array((1...).prefix(2)), (0..<9).lazy.filter { $0 > 6 }.contains(8))    // prints: [1, 2, 3] [1, 2] true
