struct Inner { var list: [Int] = [] }
struct Outer { var inner = Inner() }
var outer = Outer()
outer.inner.list.append(3)
let copy = outer
outer.inner.list[0] = 4
print(outer.inner.list, copy.inner.list)  // prints: [4] [3]
