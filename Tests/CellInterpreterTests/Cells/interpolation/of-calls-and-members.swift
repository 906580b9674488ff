func square(_ x: Int) -> Int { x * x }
let scores = [0.5, 0.25]
print("square: \(square(4))")  // prints: square: 16
print("best: \(scores.max()!) of \(scores.count)")  // prints: best: 0.5 of 2
print("all: \(scores.map { "\($0)" }.joined(separator: ", "))")  // prints: all: 0.5, 0.25
