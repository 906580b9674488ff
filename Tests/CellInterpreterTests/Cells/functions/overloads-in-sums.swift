func f(_ n: Int) -> Int { n + 1 }
func f(_ x: Double) -> Double { x + 0.5 }
func half(_ x: Double) -> Double { x / 2 }
let x = 2.0
let n = 3
print(x * (f(2) + 2), (f(2) + 2) * x, x + f(2) * 2, n * (f(2) + 2))  // prints: 9.0 9.0 7.0 15
print(x * f(2) + f(3), x * -f(2), x * (true ? f(2) : f(3)), 0.5 * (f(2) + 2))  // prints: 8.5 -5.0 5.0 2.25
let y: Double = f(2) + f(3)
let z: Double? = -(f(2) + 1)
let list: [Double] = [f(2) + 1, f(3)]
print(y, z!, list, half((f(2) + 1) * 2))  // prints: 6.0 -3.5 [3.5, 3.5] 3.5
print(x > f(2) + 1, f(2) + 1 > x, x == f(2) + 0)  // prints: false true false
print(max(x, f(2) + 1), max(f(2), x), true ? x : f(2) + 1)  // prints: 3.5 2.5 2.0
func total() -> Double { f(2) + 1 }
let closure: (Int) -> Double = { _ in f(2) + 1 }
var sum = x
sum += f(2) * 2
sum = sum + (f(1) - 1)
print(total(), closure(1), sum)  // prints: 3.5 3.5 7.5
struct Scale {
    func of(_ n: Int) -> Int { n * 10 }
    func of(_ x: Double) -> Double { x * 10 }
    static func unit(_ n: Int) -> Int { n }
    static func unit(_ x: Double) -> Double { x / 4 }
}
print(x * (Scale().of(2) + 2), x + Scale.unit(1), n + Scale.unit(1))  // prints: 44.0 2.25 4
// By themselves they are what they are nearest to.
print(f(2) + 2, f(2.0) + 2)  // prints: 5 4.5
