let add: (Int, Int) -> Int = { $0 + $1 }
let greet = { (name: String) -> String in "hello \(name)" }
let nothing: () -> Void = { print("called") }
print(add(2, 3), greet("Mary"))  // prints: 5 hello Mary
// prints: called
nothing()
let operations: [String: (Double, Double) -> Double] = ["+": { $0 + $1 }, "max": { max($0, $1) }]
print(operations["+"]!(1, 2), operations["max"]?(1, 2) ?? 0)  // prints: 3.0 2.0
