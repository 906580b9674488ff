// Whatever way a function leaves by, its caller gets the number.
func fib(_ n: Int) -> Int {
    if n < 2 { return n }
    return fib(n - 1) + fib(n - 2)
}
print(fib(20), fib(1), fib(0))  // prints: 6765 1 0
func size(_ n: Int?, limit: Int = 100) -> Int {
    guard let n else { return -1 }
    if n < 0 { return 0 }
    if n > limit { return limit }
    var digits = 0
    var rest = n
    while rest > 0 {
        if rest == 13 { return 13 }
        digits += 1
        rest /= 10
    }
    return digits
}
print(size(nil), size(-5), size(500), size(77), size(13), size(5, limit: 3))   // prints: -1 0 100 2 13 3
func sign(_ n: Int) -> Int { n == 0 ? 0 : n < 0 ? -1 : 1 }
print(sign(-3) + sign(0) * 10 + sign(9), [-2, 0, 2].map(sign))  // prints: 0 [-1, 0, 1]
// %%
func isEven(_ n: Int) -> Int { n == 0 ? 1 : isOdd(n - 1) }
func isOdd(_ n: Int) -> Int { n == 0 ? 0 : isEven(n - 1) }
print(isEven(10), isOdd(10))    // prints: 1 0
struct Counter {
    var n: Int
    func plus(_ more: Int) -> Int { n + more }
    mutating func next() -> Int {
        n += 1
        return n
    }
}
var counter = Counter(n: 5)
print(counter.plus(2) * counter.next(), counter.next())     // prints: 42 7
func adding(_ n: Int) -> Int {
    let more = { n + 1 }
    return more() * 2
}
print(adding(4))                // prints: 10
