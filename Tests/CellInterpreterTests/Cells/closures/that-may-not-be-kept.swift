func counted(_ xs: [Int], by key: (Int) -> Int) -> Int { Dictionary(grouping: xs, by: key).count }
func twice(_ f: () -> Int) -> Int {
    func once() -> Int { f() }
    return once() + [1].map { $0 * f() }[0]
}
func kept(_ f: @escaping () -> Int) -> () -> Int { { f() + 1 } }
func raised(_ n: inout Int) { [1, 2].forEach { n += $0 } }
var n = 1
raised(&n)
print(counted([1, 2, 3], by: { $0 % 2 }), twice { 3 }, kept { 4 }(), n)  // prints: 2 6 5 4
