// Closures share the variables that they capture; each turn of a loop has its own.
func makeCounter() -> (next: () -> Int, reset: () -> Void) {
    var n = 0
    return ({ n += 1; return n }, { n = 0 })
}
let counter = makeCounter()
print(counter.next(), counter.next())       // prints: 1 2
counter.reset()
print(counter.next(), makeCounter().next()) // prints: 1 1
// %%
var actions: [() -> Int] = []
for i in 0..<3 {
    var n = i * 10
    actions.append { n += 1; return n }
}
print(actions.map { $0() }, actions.map { $0() })   // prints: [1, 11, 21] [2, 12, 22]
// %%
func outer(_ base: Int) -> Int {
    var base = base
    func add(_ n: Int) { base += n }
    func addTwice(_ n: Int) { add(n); add(n) }
    addTwice(5)
    return base
}
print(outer(1))                 // prints: 11
// %%
func apply(_ change: (inout Int) -> Void, to values: inout [Int]) {
    for i in values.indices { change(&values[i]) }
}
var numbers = [1, 2, 3]
var seen = 0
apply({ seen += $0; $0 *= 2 }, to: &numbers)
print(numbers, seen)            // prints: [2, 4, 6] 6
