let wanted: [Double] = [1 + 2, 0.5]
let plain = [max(1, 2), 0.5, true ? 1 : 2]
print(wanted, plain, [1 + 2, 0.5].max()!)  // prints: [3.0, 0.5] [2.0, 0.5, 1.0] 3.0
let first: Double = [0.5].first ?? 0
let most = [0.5, 1].max() ?? 0
let losses = [0.5, 0.25]
print(first, most, losses.first ?? 0, ([0.5].first ?? 0) + 1)  // prints: 0.5 1.0 0.5 1.5
print([0.5].first ?? 0)  // prints: 0.5
