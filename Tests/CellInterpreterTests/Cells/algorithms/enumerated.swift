for (i, word) in ["x", "y"].enumerated() {
    print("\(i): \(word)")  // prints: 0: x
    // prints: 1: y
}
let best = [0.1, 0.7, 0.2].enumerated().max(by: { $0.element < $1.element })!
print(best.offset, best.element)  // prints: 1 0.7
