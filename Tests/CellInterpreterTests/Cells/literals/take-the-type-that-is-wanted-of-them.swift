let learningRate: Double = 1
let half: Float = 0.5
let counts: [Double] = [1, 2, 3]
print(learningRate, half, counts)  // prints: 1.0 0.5 [1.0, 2.0, 3.0]
func scale(_ x: Double) -> Double { x * 2 }
print(scale(4))  // prints: 8.0
let mixed = [1, 2.5]
print(mixed)  // prints: [1.0, 2.5]
print(1 / 2, 1.0 / 2, 7 / 2 * 2.0)  // prints: 0 0.5 7.0
