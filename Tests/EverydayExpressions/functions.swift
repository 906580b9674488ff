// Functions, closures, types and generics of one's own that work with numbers.
func half(_ x: Double) -> Double { x / 2 }
func line(_ x: Double, slope: Double = 2, at start: Double = 1) -> Double { slope * x + start }
func percent(_ part: Int, of whole: Int) -> Double { 100 * Double(part) / Double(whole) }
func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
func sigma(_ values: [Double]) -> Double {
    let m = mean(values)
    return (values.map { ($0 - m) * ($0 - m) }.reduce(0, +) / Double(values.count)).squareRoot()
}
func total<Number: Numeric>(_ values: [Number]) -> Number { values.reduce(0, +) }
func product<Number: Numeric>(_ values: [Number]) -> Number { values.reduce(1, *) }
func dot<Number: Numeric>(_ a: [Number], _ b: [Number]) -> Number { zip(a, b).map(*).reduce(0, +) }
func doubled<Number: Numeric>(_ x: Number) -> Number { x * 2 }
func twice<Number: AdditiveArithmetic>(_ x: Number) -> Number { x + x }
func average<Number: BinaryFloatingPoint>(_ values: [Number]) -> Number { values.reduce(0, +) / Number(values.count) }
func clamped<Value: Comparable>(_ x: Value, _ low: Value, _ high: Value) -> Value { min(max(x, low), high) }
func square(_ x: some Numeric) -> String { "\(x * x)" }
func apply(_ f: (Double) -> Double, _ x: Double) -> Double { f(x) }
func combined(_ x: Double, _ y: Double, _ f: (Double, Double) -> Double) -> Double { f(x, y) }
func counter() -> () -> Int {
    var n = 0
    return { n += 1; return n * 2 }
}
func split(_ x: Double) -> (whole: Int, rest: Double) { (Int(x), x - Double(Int(x))) }
func parsed(_ text: String) throws -> Double { (Double(text) ?? 0) * 2 + 1 }
func tally(_ values: Double...) -> Double { values.reduce(0, +) }
func bump(_ x: inout Double, by step: Double = 1) { x += step * 2 }

print(half(3))
print(half(1 + 2))
print(half(2 * 3 - 1))
print(line(2))
print(line(1, slope: 1 / 2.0))
print(line(2 * 1.5, slope: -1, at: 1 - 0.5))
print(percent(1, of: 3))
print(percent(1, of: 3) * 2 + 1)
print(mean([1, 2.5]))
print(mean([1, 2]) * 2)
print(mean([]) + 1)
print(sigma([1, 2, 3, 4]))
print(total([1, 2, 3]))
print(total([1.5, 2]))
print(total([Float(1), 2]) * 2)
print(product([1.5, 2]))
print(product([2, 3]))
print(dot([1, 2], [3, 4]))
print(dot([0.5, 2], [3, 4]))
print(doubled(2))
print(doubled(1.5))
print(doubled(1.5) + 1)
print(twice(2.5))
print(twice(1) + 1)
print(average([1, 2.5]))
print(average([Float(1), 2]))
print(clamped(1.5, 0, 1))
print(clamped(5, 0, 3))
print(square(3), square(1.5), square(Float(2)))
print(apply(half, 3))
print(apply({ $0 * 2 + 1 }, 1.5))
print(apply({ x in 1 - x }, 0.25))
print(apply({ 1 / $0 }, 4))
print(apply(abs, -2))
print(combined(1, 2.5, +))
print(combined(3, 2, *))
print(combined(1, 2, max))
print(combined(1, 2) { $0 - $1 * 2 })
let next = counter()
print(next() + next())
print(split(2.5).rest * 2, split(2.5).whole + 1)
print(try! parsed("2") / 2)
print(tally(1, 2.5, 3) / 2)
var place = 1.0
bump(&place)
bump(&place, by: 0.5 * 3)
print(place)

// Closures in variables
let square2 = { (x: Double) in x * x }
let scaled = { (x: Double) -> Double in 100 * x / 3 }
let add = { (a: Int, b: Int) in a + b }
let plus: (Double, Double) -> Double = (+)
let operation: (Int, Int) -> Int = (*)
let operations: [String: (Double, Double) -> Double] = ["+": (+), "-": (-), "*": (*), "/": (/)]
print(square2(1.5) * 2, scaled(1), add(1, 2) * 2)
print(plus(1, 2.5), operation(2, 3) + 1)
print(operations["/"]!(1, 4) + operations["-"]!(1, 0.5))
print([1, 2.5].map(square2), [half, { $0 * 3 }].map { $0(1.5) })
print((1...3).map { n in (1...n).reduce(1, *) })
print((0..<3).map { Double($0) * 0.5 + 1 }.map { $0 * 2 })

// Types of one's own
struct Vector: Equatable {
    var x = 0.0
    var y = 0.0
    var length: Double { (x * x + y * y).squareRoot() }
    static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: Vector, b: Vector) -> Vector { Vector(x: a.x - b.x, y: a.y - b.y) }
    static func * (a: Vector, k: Double) -> Vector { Vector(x: a.x * k, y: a.y * k) }
    static func * (k: Double, a: Vector) -> Vector { a * k }
    static prefix func - (a: Vector) -> Vector { Vector(x: -a.x, y: -a.y) }
    static func += (a: inout Vector, b: Vector) { a = a + b }
    mutating func scale(by k: Double) { x *= k; y *= k }
}
struct Running {
    var count = 0
    var sum = 0.0
    var mean: Double { count == 0 ? 0 : sum / Double(count) }
    mutating func add(_ x: Double) { count += 1; sum += x }
}
struct Money: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, Equatable {
    var cents: Int
    init(integerLiteral value: Int) { cents = value * 100 }
    init(floatLiteral value: Double) { cents = Int(value * 100) }
    static func + (a: Money, b: Money) -> Money { var sum: Money = 0; sum.cents = a.cents + b.cents; return sum }
}
enum Level: Int { case low = 1, high = 10; var weight: Double { Double(rawValue) / 2 } }
extension Double { var squared: Double { self * self } }
extension Double { var relu: Double { self > 0 ? self : 0 } }
extension Int { var factorial: Int { self < 2 ? 1 : self * (self - 1).factorial } }
extension Array where Element == Double { var mean: Double { reduce(0, +) / Double(count) } }
extension Collection where Element: Numeric { var total: Element { reduce(0, +) } }
extension Sequence where Element: BinaryFloatingPoint { var energy: Element { reduce(0) { $0 + $1 * $1 } } }

print(Vector(x: 1, y: 2) + Vector(x: 0.5, y: 1))
print(2 * Vector(x: 1, y: 2))
print(Vector(x: 1, y: 2) * 0.5)
print(-Vector(x: 1, y: 2) - Vector(x: 1, y: 1) * 2)
print(Vector(x: 3, y: 4).length * 2 + 1)
print([Vector(x: 1, y: 1), Vector(x: 2, y: 2)].reduce(Vector(), +))
var moving = Vector(x: 1, y: 1)
moving += Vector(x: 1, y: 0) * 2
moving.scale(by: 0.5)
moving.x += 1
moving.y = moving.x * 2 - 1
print(moving)
var running = Running()
for x in [1, 2.5, 3] { running.add(x * 2) }
print(running.mean, running.sum / 2, running.count * 2)
let price: Money = 2.5
print((price + 1).cents, price == 2.5)
print(Level.high.weight * 2 + 1, Level.low.rawValue + 1)
print(1.5.squared + 1, (-2.0).relu, 5.factorial / 2)
print([1, 2.5].mean * 2, [1, 2].total, [0.5, 1].total, [3.0, 4].energy)

// Numbers in loops and branches
var low = 0.0
var high = 2.0
for _ in 0..<20 {
    let middle = (low + high) / 2
    if middle * middle < 2 { low = middle } else { high = middle }
}
print((low * 1000).rounded() / 1000)
var x = 27, length = 0
while x != 1 { x = x % 2 == 0 ? x / 2 : 3 * x + 1; length += 1 }
print(length)
var (p, q) = (1, 1)
for _ in 0..<8 { (p, q) = (q, p + q) }
print(q, Double(q) / Double(p))
let kind = switch length { case 0: 0.0; case 1...50: 0.5; default: 1.5 }
print(kind * 2)
let level = if length > 100 { 2 } else { 1 }
print(level * 2 + 1)
func safe(_ a: Int, _ b: Int) -> Result<Int, Never> { .success(b == 0 ? 0 : a / b) }
print(safe(7, 2).get() + 1)
print([3, 1, 2].sorted().map { $0 * 10 }.filter { $0 > 10 }.reduce(0, +) / 2)
