struct Bad: Error {}
func half(_ n: Int) throws -> Int {
    guard n % 2 == 0 else { throw Bad() }
    return n / 2
}
print(try? half(4) as Int?, try? half(3))  // prints: Optional(2) nil
print((try? half(3)) ?? -1)  // prints: -1
if let value = try? half(10) { print(value) }  // prints: 5
print([1, 2, 3, 4].compactMap { try? half($0) })  // prints: [1, 2]
// %%
func known(_ name: String) throws -> Bool { name == "a" }
let choice: Int? = try? known("a") ? 1 : nil
func other() -> Int? { (try? known("b") ? 1 : nil) }
print(choice as Any, other() as Any)  // prints: Optional(1) nil
