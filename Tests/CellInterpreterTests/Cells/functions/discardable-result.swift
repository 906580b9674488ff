func store(_ value: Int) -> Int { value }
_ = store(3)
let unused = store(4)
print(unused)  // prints: 4
