class Counter { var n = 0 }  // error: classes are not supported in cells
let counter = Counter()
counter.n += 1
func same<T>(_ a: T) -> T { a }  // error: generics of one's own are not supported in cells
print(same(1))
extension Array { var second: Element { self[1] } }  // error: extensions of generic types such as 'Array' are not supported in cells
print([1, 2].second)
let bad: Int = "x"  // error: cannot convert value of type 'String' to specified type 'Int'
