func adder(_ n: Int) -> (Int) -> Int { { $0 + n } }
let addFive = adder(5)
print(addFive(1), adder(10)(1))  // prints: 6 11
func counter() -> () -> Int {
    var n = 0
    return {
        n += 1
        return n
    }
}
let first = counter()
let second = counter()
print(first(), first(), second())  // prints: 1 2 1
