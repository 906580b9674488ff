let a = (2 * 2).rounded()  // error: ambiguous use of '*'
// %%
print(Int((7 / 2).rounded()))  // error: ambiguous use of '/'
// %%
let b = [1, 2].reduce(0, +).squareRoot()  // error: ambiguous use of 'reduce'
// %%
let half = 0.5
let c: Double = (2 * 2).rounded()
print(c, [0.5, (1 * 2).rounded()], 0.5 + (1 * 2).rounded())  // prints: 4.0 [0.5, 2.0] 2.5
print((2 * 2).rounded() as Double, half > 1 ? (1 * 2).rounded() : half)  // prints: 4.0 0.5
