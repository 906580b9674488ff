func f(_ a: Int, _ g: (Int) -> Int) -> Int { g(a) }
func f(_ a: Double, _ g: (Double) -> Double) -> Double { g(a) }
print(f(1 + 2, { x in let y = x + 1; return y }))  // prints: 4
print(f(1 + 2.5, { x in let y = x + 1; return y }))  // prints: 4.5
