func power(_ n: Int) -> Int {
    if n == 0 { return 1 }
    return power(n - 1) * 1000  // fails: 1000000000000000000 * 1000 is outside of the range of Int
}
print(power(2))                 // prints: 1000000
print(power(20))
