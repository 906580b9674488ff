let d = ["a": 1, "b": 2, "c": 3]
let doubled = d.mapValues { $0 * 2 }
print(doubled["c"]!)  // prints: 6
let large = d.filter { $0.value > 1 }
print(large.keys.sorted())  // prints: ["b", "c"]
print(d.values.reduce(0, +), d.values.max()!)  // prints: 6 3
