let wanted = "b"
let table = ["a": "b"]
print(wanted == table["a"], wanted != table["z"])  // prints: true true
let o: Int? = 3
print(3 == o, 4 != o, o == 3)  // prints: true true true
let n = 1
print(n != nil, n == nil)  // prints: true false
