let a = (2 * 2).rounded()  // error: ambiguous use of '*'
// %%
print(Int((7 / 2).rounded()))  // error: ambiguous use of '/'
// %%
let b = [1, 2].reduce(0, +).squareRoot()  // error: ambiguous use of 'reduce'
// %%
print((2 * 2).rounded())  // error: ambiguous use of '*'
print((1 * 2).rounded() * 2)  // error: ambiguous use of '*'
print(-(1 * 2).rounded(), abs((2 - 3).rounded()))  // error: ambiguous use of '*'
if (2 / 3).isFinite, (2 * 2).squareRoot() > 1 { print(1) }  // error: ambiguous use of '/' // error: ambiguous use of '*'
print([1, (2 * 2).rounded()], [1, 2].map { ($0 / 2).squareRoot() })  // error: ambiguous use of '*'
// %%
let half = 0.5
let c: Double = (2 * 2).rounded(), d: Double = -(1 * 2).rounded() * 2
print(c, d, [0.5, (1 * 2).rounded()], 0.5 + (1 * 2).rounded())  // prints: 4.0 -4.0 [0.5, 2.0] 2.5
print((2 * 2).rounded() as Double, half > 1 ? (1 * 2).rounded() : half)  // prints: 4.0 0.5
// %%
func scale(_ x: Double) -> Double { x * 2 }
func scale(_ x: Int) -> Int { x * 2 }
print(scale((2 * 2).rounded()), max((2 * 2).rounded(), half), (2 * 2).rounded() > half)  // prints: 8.0 4.0 true
print([half].map { $0 * (2 * 2).rounded() }, [half] + [(1 * 2).rounded()])  // prints: [2.0] [0.5, 2.0]
print((1 + 2).truncatingRemainder(dividingBy: 2.5), [half].map { ($0 * 3).rounded() })  // prints: 0.5 [2.0]
let e: Double = (3 * 2).squareRoot().rounded()
print(e, [1, 2].reduce(0, +).squareRoot() < half)  // prints: 2.0 false
