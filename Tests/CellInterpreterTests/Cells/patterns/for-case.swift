let values: [Int?] = [1, nil, 3]
for case let value? in values { print(value) }  // prints: 1
// prints: 3
enum Step { case up(Int), down(Int) }
let steps: [Step] = [.up(2), .down(1), .up(5)]
for case .up(let n) in steps where n > 2 { print("up", n) }  // prints: up 5
for case (1, let text) in [(1, "a"), (2, "b"), (1, "c")] { print(text) }  // prints: a
// prints: c
