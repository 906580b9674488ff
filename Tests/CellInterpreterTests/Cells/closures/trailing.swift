func run(_ times: Int, _ body: (Int) -> Void) {
    for i in 0..<times { body(i) }
}
run(2) { print("turn", $0) }  // prints: turn 0
// prints: turn 1
func choose(_ condition: Bool, yes: () -> String, no: () -> String) -> String { condition ? yes() : no() }
print(choose(true) { "yes" } no: { "no" })  // prints: yes
print([1, 2, 3].reduce(0) { $0 + $1 })  // prints: 6
