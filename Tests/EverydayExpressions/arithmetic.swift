// Plain numbers, in expressions that say no type: they mean the same with and without the library.
let rate = 1.5
let count = 3
let half: Float = 0.5
let narrow: UInt8 = 200
let long: Int64 = 1 << 40
var total = 0.0
var steps = 0
var weight: Float = 2

// Products and sums of a variable and literals
print(rate * 2 + 1)
print(1 + 2 * rate)
print(100 * rate / 3)
print(2 * rate - 1)
print(1 - rate)
print(1 / rate)
print(rate / 2)
print(rate / 2 / 2)
print((rate + 1) * (rate - 1))
print(-rate * 2)
print(-(rate + 2))
print(0.5 * rate * rate)
print(1e-3 * rate)
print(rate * rate * rate + 2 * rate * rate + 3 * rate + 4)
print(count * 2 + 1)
print(1 - count)
print(100 * count / 7)
print(count % 2)
print((count + 1) % 2 == 0)
print(-count + 1)
print(half * 2 + 1)
print(1 - half)
print(half / 3)
print(2 * half - 1)
print(narrow / 3 + 1)
print(long * 2 - 1)
print(7 / 2)
print(7 / 2.0)
print(7.0 / 2)
print(1 + 2.5)
print(2.5 + 1)
print(1 + 2 + 3.5)
print(1.5 * 2 * 3)
print(10 - 2.5 - 1)
print(3 * 1.5 / 2 + 1)
print(0.1 + 0.2)
print(1 / 3.0)
print(-1 * 2.5)
print(2 * (3 + 4.5))
print((1 + 2) * 3)
print(7 % 3)
print(1 << 4)
print(0xff & 15)
print(6 | 1)
print(~5 + 1)

// Literals of both kinds, and the type that they get
print(1 - 2 - 0.5, 3 / 2 * 1.0, 1 / 2 + 0.5, 1 + 2.5 * 2 / 3, 2 * 3 * 4.5)
print(type(of: 1 - 2 - 0.5), type(of: 3 / 2 * 1.0), type(of: 1 / 2 + 0.5), type(of: 2 * 3 - 1.5), type(of: 1 / 3))
print(type(of: 1 / 2 / 3.0), type(of: (1 + 2) * 2.5), type(of: 2 * (1 + 0.5) / 3), type(of: 1 + 2 * 3 / 4 - 5.5))
print(type(of: 2 * rate), type(of: 2 * count), type(of: 2 * half), type(of: [1, 2 * 0.5]), type(of: rate > 1 ? 0 : 1))
print(type(of: [1 / 2 * 0.5, 2]), type(of: 1 - 2 * 0.5 * 3), type(of: -1 * 2 / 3.0), type(of: 10 % 3 * 2))

// Conversions
print(Double(count) * rate)
print(Double(count) / 2)
print(Double(count) * 2 + 1)
print(1 / Double(count))
print(Int(rate * 2) + 1)
print(Float(rate) * half)
print(Double(half) + rate)
print(Float(count) * 0.5)
print(Int(rate) + count)
print(Double(count) / Double(count + 1))
print(100 * Double(count) / Double(count + 1))
print(Int(100 * rate) / 7)

// With a type that is said
let a: Double = 2 * 3
let b: Double = 1 + rate * 2
let c: Float = 1 / 3
let d: Float = 2 * half + 1
let e: Int = 2 * count - 1
let f: Double = 1
let g: Double = -1
let h: Float = 2
let i: Double? = 1.5 * 2
let j: Int64 = 2 * 3 + long
let k = 2 * 3.5
let l = 1 + 1
let m = 3 / 2 * 1.0
print(a, b, c, d, e, f, g, h, i ?? 0, j, k, l, m)

// Compound assignment
total += 1
total += rate
total -= 0.5
total *= 2
total /= 3
total += rate * 2 + 1
total -= 1 - rate
total *= rate / 2
steps += 1
steps += count * 2
steps -= count - 1
steps *= 2
steps /= 3
steps %= 4
weight += 1
weight *= half
weight -= 0.25
weight /= 2 * half + 1
print(total, steps, weight)

// Comparisons and logic
print(rate > 1)
print(rate * 2 > 1)
print(2 * rate >= 3)
print(1 < rate)
print(rate == 1.5)
print(rate * 2 == 3)
print(rate != 0)
print(count == 3)
print(count * 2 < 7)
print(half < 1)
print(half * 2 == 1)
print(0 < rate && rate < 2)
print(rate < 0 || rate > 1)
print(1 < 2)
print(1.5 < 2)
print(0.5 == 1 / 2.0)
print(!(rate > 2))
print((rate - 1.5).magnitude < 1e-9)
print(count > 0 ? rate : 0)
print(count > 0 ? 1 : 0)
print(count > 0 ? rate * 2 : 1 - rate)
print(count > 0 ? 1 : 0.5)
print((count > 0 ? 2 : 3) * rate)
print(1 + (rate > 1 ? 0.5 : 1))
let sign = rate < 0 ? -1 : 1
let scale = count == 3 ? 1 : 2.5
print(sign, scale, sign * 2, scale * 2)

// Functions of numbers
print(abs(-2))
print(abs(-2.5))
print(abs(rate - 2))
print(abs(1 - rate) < 1)
print(abs(rate - 1.5) < 1e-9)
print(min(rate, 1))
print(max(0, rate - 1))
print(max(0, 1 - rate))
print(max(1, 2, 3))
print(min(1.5, 2))
print(max(count, 2) * 2)
print(min(max(rate, 0), 1))
print(max(half, 1))
print(max(0, count - 5))
print(rate.rounded() + 1)
print((rate * 100).rounded() / 100)
print((100 * rate / 7).rounded())
print(rate.squareRoot() * 2)
print(Int((rate * 10).rounded()))
print(count.isMultiple(of: 3))
print((count * 2).isMultiple(of: 4))
print(Double.pi / 2)
print(2 * Double.pi * rate)
print(1 / Double.infinity)
print(Int.max - 1)
print(Double.zero + 1)
print(stride(from: 0, to: 1, by: 0.25).map { $0 * 2 })
print(stride(from: 0.0, through: 1, by: 0.5).reduce(0, +))
print(Array(stride(from: 0, to: 10, by: count)))

// In text
print("\(rate * 2 + 1) of \(100 * count / 3)")
print("\(100 * rate / 3)%")
print("\(1 - rate), \(2 * half)")
print("half: \(0.5 * Double(count))")
print("\(count > 2 ? 1 : 0) \(rate > 1 ? 1 : 0.5)")
print("sum " + String(rate + 1) + " and " + "\(count + 1)")
print(String(describing: 2 * rate))
print(["\(rate)", "\(count * 2)"].joined(separator: " "))

// Optionals
let maybe: Double? = rate
let missing: Int? = nil
print((maybe ?? 0) * 2)
print((missing ?? 1) + 1)
print(maybe.map { $0 * 2 + 1 } ?? 0)
print((Double("2.5") ?? 0) * 2)
print((Int("7") ?? 0) / 2)
print(maybe == 1.5)
print(missing == nil)
print(maybe! + 1)
if let known = maybe, known * 2 > 1 { print(known / 2 + 1) }
guard let sure = maybe.map({ 1 - $0 }) else { fatalError() }
print(sure)

// Ranges
print((0..<count).count * 2)
print((0..<count * 2).map { $0 + 1 })
print((1...count + 1).reduce(0, +))
print((0..<10 / 2).contains(count - 1))
print((0...1).contains(rate - 1))
print((0.5..<2).contains(rate))
for step in 0..<count - 1 { print(step * 2 + 1, Double(step) / 2) }
for step in stride(from: 10, through: 0, by: -5) { print(1 - step) }
print(Array(0..<count).map { Double($0) / Double(count) })

// Switches over numbers
switch rate * 2 {
case 0: print("none")
case 0..<1: print("some")
case 3: print("three")
default: print("many")
}
switch (count, rate) {
case (3, 1...2): print("both")
default: print("else")
}
while total < 20 { total = total * 2 + 1 }
print(total)
