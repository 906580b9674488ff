struct Box: Equatable { var n = 1 }
let list = [3, 1, 2], maybe: Int? = 2, box = Box()
func fold(_ a: [Int], by f: (Int, Int) -> Int) -> Int { a.reduce(0, f) }
func fold(_ a: [Double], by f: (Double, Double) -> Double) -> Double { a.reduce(0, f) }
print(fold([1, 2]) { $0 + $1 })  // prints: 3
// %%
print(["a": maybe] as [Unknwon: Int])  // error: cannot find type 'Unknwon' in scope
// %%
print((list[0] [Int]).description + "a" - 1)  // error: expected member name or initializer call after type name 'Int'
// %%
print((<3).map { Double($0) })  // error: '<' is not a prefix unary operator
// %%
print(list.map { 2.5($0) / 4 }.reduce(0, +) < [true])  // error: cannot call value of non-function type 'Double'
// %%
print(list.map { elsewhere($0) * "a" }, list.nothing)  // error: cannot find 'elsewhere' in scope
// %%
print(fold([list[0], -[1]]) { $0 - $1 })  // error: unary operator '-' cannot be applied to an operand of type '[Int]'
// %%
let mixed = fold([], by: +) + box.nothing  // error: value of type 'Box' has no member 'nothing'
// %%
print(nil.map { $0 } ?? .one)  // error: 'nil' requires a contextual type
// %%
print([max(-3, -"text") * 2])  // error: cannot convert value of type 'String' to expected argument type 'Int'
// %%
var numbers: [Int?] = [abs((6).zero % 99), nil]  // error: value of type 'Int' has no member 'zero'
// %%
print(fold(["a", "b"]) { $0 + $1 }, box.nothing)  // error: value of type 'Box' has no member 'nothing'
// %%
true = "a"  // error: cannot assign to value: literals are not mutable
// %%
let a = 1 + box.nothing,  // error: value of type 'Box' has no member 'nothing'
    b = elsewhere + 1  // error: cannot find 'elsewhere' in scope
