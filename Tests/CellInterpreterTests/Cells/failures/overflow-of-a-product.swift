func factorial(_ n: Int) -> Int {
    n <= 1 ? 1 : n * factorial(n - 1)  // fails: 21 * 2432902008176640000 is outside of the range of Int
}
print(factorial(20))  // prints: 2432902008176640000
print(factorial(21))
