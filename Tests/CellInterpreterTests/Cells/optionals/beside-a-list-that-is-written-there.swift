struct Run { var loss = 0.5 }
let x = 1.5, y = 0.5, n = 3, values = [2.5], maybe: Int? = 7
let most = [x, y].max() ?? 0
let doubled = [x, y].map { $0 * 2 }.first ?? 0
let above = [x, y].filter { $0 > 1 }.first ?? 0
let sum = [x, y].first ?? 0 + 1
print(most * 2, doubled, above, sum, [x].first ?? 0)  // prints: 3.0 3.0 1.5 1.5 1.5
// %%
let other = ([x].first ?? 0) * 2
let named = values.first ?? 0, nested = [values].first?.first ?? 0, stored = [Run()].first?.loss ?? 0
let chosen = n > 2 ? ([x].first ?? 0) : y
let whole = [n].first ?? 0, text = ["a"].first ?? "bc", either = [maybe, nil].first ?? 0
let wanted: [Double] = [[x].first ?? 0, 1]
print(other, named, nested, stored, chosen, whole, text, either as Any, wanted)  // prints: 3.0 2.5 2.5 0.5 1.5 3 a Optional(7) [1.5, 1.0]
// %%
let rows = [values, []].map { $0.first ?? 0 }
let firsts = [[x], []].map { row -> Double in [x].first ?? 0 }.reduce(0, +)
print(rows, firsts, abs([x].first ?? 0), [x: 1].keys.first ?? 0, [[x]].first ?? [])  // prints: [2.5, 0.0] 3.0 1.5 1.5 [1.5]
