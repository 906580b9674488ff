func factorial(_ n: Int) -> Int { n <= 1 ? 1 : n * factorial(n - 1) }
func fibonacci(_ n: Int) -> Int { n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2) }
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
print(factorial(10), fibonacci(15), gcd(48, 36))  // prints: 3628800 610 12
func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
print(isEven(10), isOdd(10))  // prints: true false
