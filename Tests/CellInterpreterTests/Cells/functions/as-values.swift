func double(_ x: Int) -> Int { x * 2 }
func negate(_ x: Int) -> Int { -x }
let function: (Int) -> Int = double
print(function(4))  // prints: 8
print([1, 2].map(double), [double, negate].map { $0(5) })  // prints: [2, 4] [10, -5]
func twice(_ f: (Int) -> Int, _ x: Int) -> Int { f(f(x)) }
print(twice(double, 3), twice(negate, 3))  // prints: 12 3
