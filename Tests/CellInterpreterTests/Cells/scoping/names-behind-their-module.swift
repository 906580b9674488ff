import Foundation

func max(_ a: Int, _ b: Int) -> Int { a + b }
print(max(2, 3), Swift.max(2, 3), Swift.min(2.5, 1))  // prints: 5 3 1.0
func twice(_ x: Swift.Int) -> Swift.String { "\(x * 2)" }
print(twice(2), Foundation.sqrt(9.0))  // prints: 4 3.0
struct Slip: Swift.Error {}
let problem: Swift.Error? = nil
print(problem == nil)  // prints: true
