let metrics: [String: ([Double]) -> Double] = [
    "sum": { $0.reduce(0, +) },
    "largest": { $0.max() ?? 0 },
]
for name in metrics.keys.sorted() {
    print(name, metrics[name]!([1, 5, 2]))  // prints: largest 5.0
    // prints: sum 8.0
}
