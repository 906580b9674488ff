let n = 3, x = 0.5, isOn = true
print(n == (isOn ? 3 : nil), (isOn ? nil : 3) == n, n != (isOn ? nil : nil))  // prints: true false true
print(x == (isOn ? 0.5 : nil), [1] == (isOn ? [1] : nil), n + 1 == (isOn ? 4 : isOn ? 2 : nil))  // prints: true true true
print(2 == (isOn ? 2 : nil), 2 == (isOn ? nil : nil))  // prints: true false
// %%
struct Box: Equatable {
    var n = 1, inner: [Box] = []
    static let one = Box()
    static func + (a: Box, b: Box) -> Box { Box(n: a.n + b.n) }
}
print(Box.one == (nil ?? .one), [Box.one] == [nil ?? .one])  // prints: true true
print(Box(n: 2, inner: [nil ?? .one]).inner.count, [Box.one].reduce((nil ?? .one), +).n)  // prints: 1 2
