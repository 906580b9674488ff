func pick(_ a: Int) -> Int { a + 1 }
func pick(_ a: Double) -> Double { a + 0.5 }
func pick(_ a: Int?) -> String { a == nil ? "none" : "some" }
func run(_ f: () -> Int) -> Int { f() }
func run(_ f: () -> String) -> String { f() }
struct Box {
    var n = 1, inner: [Box] = []
    func add(_ k: Int) -> Int { n + k }
    func add(_ k: Double) -> Double { Double(n) + k }
    func add(_ k: String) -> String { "\(n)" + k }
    func each(_ f: (Int) -> Int) -> Int { f(n) }
    func each(_ f: (Int) -> Int?) -> String { f(n) == nil ? "none" : "one" }
}
let maybe: Box? = Box(n: 6)
let half: Double? = maybe?.add(2), whole: Int? = maybe?.add(2), other: Double = maybe?.add(2) ?? 0
let inner: Double? = maybe?.inner.first?.add(2), text: String? = maybe?.each { $0 + 1 }
print(half as Any, whole as Any, other, inner as Any, text as Any)  // prints: Optional(8.0) Optional(8) 8.0 nil Optional("one")
// %%
let note: String? = maybe?.add(pick(5)), share: Double? = maybe?.add(pick(5))
let name: String = maybe?.add(run { pick(5) }) ?? "none"
print(note as Any, share as Any, name)  // prints: Optional("6some") Optional(11.5) 6some
print(maybe?.add(2) as Double? as Any, [maybe?.add(2)] as [Double?])  // prints: Optional(8.0) [Optional(8.0)]
// %%
let most: Double = [2].max() ?? pick(2), sum: Double = [].max() ?? 2 + pick(2)
let x = 1.5
print(most, sum, [x].max() ?? 2 + pick(2))  // prints: 2.0 4.5 1.5
