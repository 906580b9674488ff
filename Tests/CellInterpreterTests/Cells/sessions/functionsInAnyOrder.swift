// The functions of a cell may call each other, whichever comes first.
print(isEven(10), isOdd(7))     // prints: true true
func isEven(_ n: Int) -> Bool { n == 0 || isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n != 0 && isEven(n - 1) }
