let clear: (inout [Int]) -> Void = { $0 = [] }
let push = { (list: inout [Int], n: Int) in list.append(n) }
var list = [1]
push(&list, 2)
print(list)  // prints: [1, 2]
clear(&list)
print(list)  // prints: []
