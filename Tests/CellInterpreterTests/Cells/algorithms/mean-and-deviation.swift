import Foundation
let x = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]
let mean = x.reduce(0, +) / Double(x.count)
let variance = x.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(x.count)
print(mean, sqrt(variance))  // prints: 5.0 2.0
