func pick(_ a: Int) -> Int { a + 1 }
func pick(_ a: Double) -> Double { a + 0.5 }
func label(_ a: Int?) -> String { a == nil ? "none" : "some" }
func label(_ a: Any) -> String { "any" }
func label(_ a: Int, twice: Bool = true) -> String { "twice" }
let share = 0.25
let count = 3
print(share + pick(2), pick(2) * share, share < pick(1), count + pick(2))  // prints: 2.75 0.625 true 6
print(pick(2) + 1, 1.5 + pick(2), (pick(2)) / share)  // prints: 4 4.0 10.0
let wanted: Double = pick(2)
print(wanted, label(1), label("a"))  // prints: 2.5 twice any
let twice: Double = pick(pick(2))
func half(_ a: Double) -> Double { a / 2 }
print(twice, half(pick(2)))  // prints: 3.0 1.25
