// Each element of a list of anything is what it is by itself.
let sum: [Any] = [1, 2.5] + [1]
let texts: [Any] = [1] + ["a", 0.5]
print(sum, texts)  // prints: [1, 2.5, 1] [1, "a", 0.5]
let ones = [1]
let more: [Any] = ones + ["b"]
let nested: [[Any]] = [[1, 2.5], [1] + ["a"]]
print(more, nested)  // prints: [1, "b"] [[1, 2.5], [1, "a"]]
func show(_ values: [Any]) { print(values) }
show([1, 2.5])  // prints: [1, 2.5]
show([1, 2.5] + [1])  // prints: [1, 2.5, 1]
show([1 + 2, 0.5])  // prints: [3, 0.5]
func any(_ value: Any) { print(value) }
any([1, "a"])  // prints: [1, "a"]
any([1 + 2, 0.5])  // prints: [3, 0.5]
print([1, "a", 2.5], [1 + 2, 0.5])  // prints: [1, "a", 2.5] [3, 0.5]
let one: Any = [1 + 2, 0.5]
let optional: Any? = [1 + 2, 0.5]
let pair: Any = (1, [1, "a"])
let table: Any = ["k": 1 + 2]
print(one, optional!, pair, table)  // prints: [3, 0.5] [3, 0.5] (1, [1, "a"]) ["k": 3]
func made() -> Any { [1 + 2, 0.5] }
print(made(), [[1, "a"], [2]] as [Any])  // prints: [3, 0.5] [[1, "a"], [2]]
// Of one type they stay a list of that.
let plain: Any = [1, 2.5]
print(plain as! [Double], [1, 2.5])  // prints: [1.0, 2.5] [1.0, 2.5]
let both: (Any, [Any]) = ([1, 2.5] + [1], [1, 2.5] + [1])
print(both)  // prints: ([1.0, 2.5, 1.0], [1, 2.5, 1])
