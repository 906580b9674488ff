// Arrays, dictionaries and sets of numbers, and what is done with them, without types.
let losses = [0.5, 1.5, 2]
let counts = [1, 2, 3, 4]
let weights: [Float] = [0.25, 0.75]
let table = ["a": 1.5, "b": 2]
let ages = ["x": 3, "y": 5]
let rows = [[1, 2.5], [3, 4]]
let pairs = [(name: "a", score: 0.5), (name: "b", score: 1.5)]
let none: [Double] = []
var history: [Double] = []
var seen: [String: Int] = [:]
var scores: [String: Double] = [:]
var grid = Array(repeating: Array(repeating: 0.0, count: 2), count: 2)

// reduce
print(losses.reduce(0, +))
print(losses.reduce(1, *))
print(losses.reduce(0.0, +))
print(counts.reduce(0, +))
print(counts.reduce(1, *))
print(weights.reduce(0, +))
print(weights.reduce(1, *))
print([1.5, 2].reduce(0, +))
print([1, 2].reduce(1, *))
print([1.5, 2].reduce(1, *))
print([Float(1), 2].reduce(0, +))
print(losses.reduce(0, +) / Double(losses.count))
print(counts.reduce(0, +) / counts.count)
print(Double(counts.reduce(0, +)) / Double(counts.count))
print(losses.reduce(0) { $0 + $1 })
print(losses.reduce(0) { $0 + $1 * 2 })
print(losses.reduce(1) { $0 * $1 })
print(counts.reduce(0) { $0 + $1 * $1 })
print(losses.reduce(0, max))
print(losses.reduce(losses[0], min))
print(counts.reduce(into: 0) { $0 += $1 })
print(losses.reduce(into: 0.0) { $0 += $1 * $1 })
print(counts.reduce(into: [:]) { $0[$1 % 2, default: 0] += 1 }.count)
print(none.reduce(0, +))
print(table.values.reduce(0, +))
print(ages.values.reduce(0, +))
print(rows.map { $0.reduce(0, +) })
print(rows.joined().reduce(0, +))
print(rows.flatMap { $0 }.reduce(1, *))
print(pairs.map(\.score).reduce(0, +))
print(pairs.reduce(0) { $0 + $1.score })
print((1...4).reduce(1, *))
let sum = losses.reduce(0, +)
let product = counts.reduce(1, *)
let typed: Double = losses.reduce(0, +)
let mean = losses.reduce(0, +) / 3
let spread = losses.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 3
print(sum, product, typed, mean, spread)
print(losses.map { $0 * $0 }.reduce(0, +).squareRoot())
print(1 - losses.reduce(0, +) / 4)
print(100 * losses.reduce(0, +) / 3)

// map, filter and their kin
print(losses.map { $0 * 2 })
print(losses.map { 2 * $0 + 1 })
print(losses.map { 1 - $0 })
print(losses.map { 1 / $0 })
print(losses.map { -$0 })
print(losses.map { $0 / sum })
print(losses.map { 100 * $0 / sum })
print(counts.map { $0 * 2 })
print(counts.map { 2 * $0 - 1 })
print(counts.map { Double($0) / 2 })
print(counts.map { 1.0 / Double($0) })
print(counts.map { 0.5 * Double($0) + 1 })
print(counts.map { $0 % 2 == 0 ? 1 : 0 })
print(counts.map { $0 > 2 ? 1.5 : 0 })
print(weights.map { $0 * 2 + 1 })
print(losses.map { $0 > 1 ? 1 : 0 })
print(losses.map { max(0, $0 - 1) })
print(losses.map { abs($0 - 1) })
print(losses.map { min($0, 1) })
print(losses.filter { $0 > 1 })
print(losses.filter { $0 * 2 < 2 })
print(counts.filter { $0 % 2 == 1 })
print(losses.filter { 1 < $0 && $0 < 3 }.count)
print(losses.contains { $0 > 1.5 })
print(losses.allSatisfy { $0 >= 0 })
print(losses.first { $0 > 1 } ?? 0)
print(losses.firstIndex { $0 * 2 == 3 } ?? -1)
print(counts.compactMap { $0 > 2 ? $0 * 2 : nil })
print(counts.flatMap { [$0, -$0] })
print(losses.enumerated().map { Double($0.offset) * $0.element })
print(losses.enumerated().map { $1 * Double($0 + 1) })
print(zip(losses, [2, 1, 0.5]).map { $0 * $1 })
print(zip(losses, [2, 1, 0.5]).map { $0 - $1 }.map { $0 * $0 }.reduce(0, +))
print(zip(losses, [2, 1, 0.5]).map(*))
print(zip(losses, [2, 1, 0.5]).map(+).reduce(0, +))
print(zip(counts, losses).map { Double($0) * $1 })
print(zip(losses, losses.dropFirst()).map { $1 - $0 })
print(zip(counts, counts).map(*).reduce(0, +))
print(rows.map { $0.map { $0 * 2 } })
print(rows.map { row in row.map { $0 / row.reduce(0, +) } })
print(pairs.map { $0.score * 2 + 1 })
print(table.mapValues { $0 * 2 }.values.sorted())
print(table.map { $0.value * 2 }.sorted())
print(ages.mapValues { $0 + 1 }.values.sorted())

// The largest, the order
print(losses.max()! * 2)
print(losses.min()! - 1)
print((losses.max() ?? 0) - (losses.min() ?? 0))
print(counts.max()! + 1)
print(losses.sorted(by: >))
print(losses.sorted { $0 > $1 })
print(losses.sorted { abs($0 - 1) < abs($1 - 1) })
print(counts.sorted { $0 % 2 < $1 % 2 || ($0 % 2 == $1 % 2 && $0 < $1) })
print(pairs.max { $0.score < $1.score }!.name)
print(losses.indices.max { losses[$0] < losses[$1] }!)
print(table.max { $0.value < $1.value }!.key)

// Literals of collections
print([1, 2.5, 3])
print([rate(), 1, 2.5])
print([1 - losses[0], 2 * losses[1], 3])
print([0.5 * 2, 1 + 1, 3 / 2])
print([1, 2] + [3])
print([1.5] + [2, 3])
print(losses + [1])
print([0] + losses)
print(losses == [0.5, 1.5, 2])
print(counts == [1, 2, 3, 4])
print([losses[0] * 2 + 1])
print([counts[0] * 2, counts[1] - 1])
print(["a": 1, "b": 2.5].count)
print(["a": losses[0] * 2, "b": 1].values.reduce(0, +))
print([1: 0.5, 2: 1][1]! * 2)
print(Set([1, 2, 2]).count + 1)
print(Set(losses).contains(1.5))
print([(1, 2.5), (2, 3)].map { Double($0.0) * $0.1 })
print(Array(repeating: 0.5, count: 2).reduce(0, +))
print(Array(repeating: 1, count: 3).reduce(0, +))
let mixed = [1, 2.5]
let nested = [[1, 2], [3.5, 4]]
let weighted: [Double] = [1, 2 * 3, 1 - 0.5]
let named: [String: Double] = ["a": 1, "b": 2 * 3]
let lookup: [Int: Float] = [1: 0.5, 2: 1 / 4]
print(mixed.reduce(0, +), nested[1][0] * 2, weighted, named["b"]!, lookup[2]!)

// Elements and changes
print(losses[0] * 2 + 1)
print(losses[counts[0]] * 2)
print(losses[losses.count - 1] - 1)
print(2 * rows[1][0] + 1)
print(losses[1...].reduce(0, +))
print(losses.prefix(2).reduce(0, +) / 2)
print(losses.dropLast().map { $0 + 1 })
print(table["a"]! * 2 + 1)
print((table["z"] ?? 0) + 1)
print(table["z", default: 1] * 2)
history.append(losses[0] * 2 + 1)
history.append(1)
history += [2, 0.5]
history[0] += 1
history[0] *= 2
history[1] = history[0] / 2 - 1
history[2] = 0
seen["a", default: 0] += 1
seen["a"]! += 2
seen["b"] = seen.count + 1
scores["a"] = 0.5
scores["a", default: 0] += 1
scores["b"] = (scores["a"] ?? 0) * 2 + 1
grid[0][1] = 0.5
grid[1][0] += 1
grid[1][1] = grid[0][1] * 2 - grid[1][0]
print(history, seen["a"]!, seen["b"]!, scores["a"]!, scores["b"]!, grid)
for (index, loss) in losses.enumerated() { print(index + 1, loss * 2 - 1) }
for (a, b) in zip(counts, losses) { print(Double(a) * b, a * 2) }
for row in rows { print(row.reduce(0, +) / Double(row.count)) }
for key in table.keys.sorted() { print(key, table[key]! * 100 / 3) }

func rate() -> Double { 1.5 }
