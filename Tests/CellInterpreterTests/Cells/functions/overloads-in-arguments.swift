func f(_ n: Int) -> Int { n + 1 }
func f(_ x: Double) -> Double { x + 0.5 }
func g(_ n: Int) -> Int { n * 10 }
func g(_ x: Double) -> Double { x / 4 }
func half(_ x: Double) -> Double { x / 2 }
let x = 2.0
let y: Double = abs(f(2) * g(3))
let list: [Double] = [max(1 * f(2), 1), half(2)]
print(y, list)  // prints: 1.875 [2.5, 1.0]
print(x * abs(f(3) / f(2)), abs(f(2) - f(2)) - x, max(half(2), abs(f(2))))  // prints: 2.8 -2.0 2.5
var sum = x
sum += max(max(f(2), f(2)), half(2))
print(sum, f(g(2)), half(f(g(2))))  // prints: 4.5 21 0.5
let chain: Double = f(g(f(2)))
let set: Set<Double> = Set(["a"].map { _ in if true { 1 } else { 2 } })
let array: [Double] = Array(["a"].map { _ in switch 1 { case 1: 3; default: 4 } })
print(chain, set, array)  // prints: 1.125 [1.0] [3.0]
// By themselves they are what they are nearest to.
print(abs(f(2)), max(f(2), g(2)))  // prints: 3 20
