// The functions of a cell may call each other, whichever comes first.
print(isEven(10), isOdd(7))     // prints: true true
func isEven(_ n: Int) -> Bool { n == 0 || isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n != 0 && isEven(n - 1) }
// %%
func early() -> Int { value }   // fails: 'value' has no value here
print(early())
let value = 5
// %%
let value = 6
print(value)                    // prints: 6
