func pick(_ a: [Int]) -> String { "whole numbers" }
func pick(_ a: [Double]) -> String { "numbers" }
func place(_ a: Int, _ b: Double) -> Int { 1 }
func place(_ a: Double, _ b: Int) -> Int { 2 }
func made() -> Int { 1 }
func made() -> String { "one" }
func run(_ f: () -> Int) -> String { "whole" }
func run(_ f: () -> Double) -> String { "broken" }
print(pick([1]), pick([1.5]), pick([] as [Double]), run { 1 }, run { 1.5 })
let text: String = made()
print(pick([]))  // error: ambiguous use of 'pick'
print(place(1, 2))  // error: ambiguous use of 'place'
print(made())  // error: ambiguous use of 'made'
print(run { let a = 1; return 2 })  // error: ambiguous use of 'run'
