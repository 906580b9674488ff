struct ShapeError: Error, CustomStringConvertible {
    var got: [Int]
    var description: String { "unexpected shape \(got)" }
}
do {
    throw ShapeError(got: [2, 3])
} catch {
    print(error)  // prints: unexpected shape [2, 3]
    print("\(error)")  // prints: unexpected shape [2, 3]
}
