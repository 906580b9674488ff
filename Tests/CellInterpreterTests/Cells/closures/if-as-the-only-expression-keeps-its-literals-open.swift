let total: Double = (0..<2).map { i in if i == 1 { 1 } else { 2 } }.reduce(0, +)
let halves = (0..<2).map { i in if i == 1 { 1 } else { 2 } }.reduce(0.5, +)
let signs: Double = [3, 1].map { if $0 > 2 { 1 } else if $0 > 1 { 0 } else { -1 } }.reduce(0, +)
print(total, halves, signs)  // prints: 3.0 3.5 0.0
// %%
let weights: Double = (0..<2).map { i in switch i { case 1: 2 * 3; default: i > 0 ? 1 : 2 } }.reduce(0, +)
let plain = (0..<2).map { i in if i == 1 { 1 } else { 2 } }
let whole = [1, 2].reduce(0) { if $1 > 1 { $0 + 1 } else { $0 } }
let letters: [Character] = (0..<2).map { i in if i == 1 { "a" } else { "b" } }
let lists = (0..<2).map { i in if i == 1 { [1] } else { [] } }
print(weights, plain, whole, letters, lists)  // prints: 8.0 [2, 1] 1 ["b", "a"] [[], [1]]
