let heads = [(9, 9), (9, 6)]
let names = ["a", "b"]
let missing: Int? = nil
let present: Int? = 3
print("\(heads) \(names)")  // prints: [(9, 9), (9, 6)] ["a", "b"]
print("\(String(describing: missing)) \(String(describing: present))")  // prints: nil Optional(3)
print("\(present ?? 0)")  // prints: 3
print("\([1: "one"]) \(1..<3)")  // prints: [1: "one"] 1..<3
