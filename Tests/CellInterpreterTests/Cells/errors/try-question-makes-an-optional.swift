struct Bad: Error {}
func half(_ n: Int) throws -> Int {
    guard n % 2 == 0 else { throw Bad() }
    return n / 2
}
print(try? half(4) as Int?, try? half(3))
print((try? half(3)) ?? -1)
if let value = try? half(10) { print(value) }
print([1, 2, 3, 4].compactMap { try? half($0) })
