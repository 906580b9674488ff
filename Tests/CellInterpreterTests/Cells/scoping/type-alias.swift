typealias Head = (layer: Int, index: Int)
typealias Metric = (Double) -> Double
let head: Head = (9, 6)
let metric: Metric = { $0 * 2 }
print(head.layer, metric(0.5))  // prints: 9 1.0
