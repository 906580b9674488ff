let halves: [Double?] = [3, 1].reversed()
let anything: [Any] = [3, 1].reversed()
let letters: [Any] = "ab".reversed()
let kept: [Int?] = [1, 2].lazy.filter { $0 > 1 }
let nested: [[Any]] = [[1].reversed()]
let perhaps: [Any]? = [1, 2].reversed()
let table: [String: [Any]] = ["a": [1, 2].reversed()]
print(halves[0]!, anything, letters, kept[0]!, nested, perhaps!, table)
// prints: 1.0 [1, 3] ["b", "a"] 2 [[1]] [2, 1] ["a": [2, 1]]
func show(_ values: [Any]) { print(values) }
show([1, 2].reversed())  // prints: [2, 1]
func list() -> [Any] { (1...2).reversed() }
print(list(), [1, 2].reversed() as [Any])  // prints: [2, 1] [2, 1]
