func double(_ x: Double) -> Double { x * 2 }
func pair(_ x: Int) -> (half: Int, twice: Int) { (x / 2, x * 2) }
print(double(1.5), pair(10))  // prints: 3.0 (half: 5, twice: 20)
let (half, _) = pair(6)
print(half)  // prints: 3
