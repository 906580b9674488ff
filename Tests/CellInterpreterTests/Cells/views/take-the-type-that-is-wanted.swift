// What the literals of a view are is told by what stands around it, as for those of an array.
let steps: [Double] = stride(from: 0, to: 3, by: 1).map { $0 / 2 }
print(steps, stride(from: 0, to: 2, by: 1).map { $0 * 0.5 })  // prints: [0.0, 0.5, 1.0] [0.0, 0.5]
let large: [Double] = stride(from: 0, through: 3, by: 1).filter { $0 > 1 }
let pairs: [Double] = stride(from: 0, to: 2, by: 1).flatMap { [$0, $0 / 2] }
let some: [Float] = stride(from: 0, to: 3, by: 1).compactMap { $0 > 1 ? $0 : nil }
print(large, pairs, some)  // prints: [2.0, 3.0] [0.0, 0.0, 1.0, 0.5] [2.0]
let sum: Double = stride(from: 0, to: 3, by: 1).reduce(0, +)
let product: Double = stride(from: 1, to: 3, by: 1).reduce(1) { $0 * ($1 + 0.5) }
let greatest: Double = stride(from: 0, to: 3, by: 1).max() ?? 7
print(sum, product, greatest)  // prints: 3.0 3.75 2.0
let back: [Double] = stride(from: 0, to: 3, by: 1).reversed()
let all: Set<Double> = Set(stride(from: 0, to: 3, by: 1))
print(back, all.sorted(), Array(stride(from: 0, to: 2, by: 1)) as [Double])  // prints: [2.0, 1.0, 0.0] [0.0, 1.0, 2.0] [0.0, 1.0]
let total: Double = [1, 2, 3].reduce(0, +)
let sums: [Double] = [[1, 2], [3]].map { $0.reduce(0, +) }
let falling: [Double] = [1, 3, 2].sorted(by: >)
print(total, sums, falling)  // prints: 6.0 [3.0, 3.0] [3.0, 2.0, 1.0]
let perhaps: [Double]? = [1, 2].filter { $0 > 1 }.reversed()
let lazily: [Int]? = [1, 2].lazy.map { $0 * 2 }
print(perhaps ?? [], lazily ?? [])  // prints: [2.0] [2, 4]
for i in stride(from: 0, to: 2, by: 1) { print(i, i / 2) }  // prints: 0 0 // prints: 1 0
let half = 0.5
for x in stride(from: 0, to: 1, by: half) { print(x) }  // prints: 0.0 // prints: 0.5
print(stride(from: 0, to: 5, by: 2).map { $0 }, type(of: stride(from: 0, to: 1, by: 1)))  // prints: [0, 2, 4] StrideTo<Int>
