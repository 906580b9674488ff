let c: Character = "b"
print(("a"..."z").contains(c), ("c"..<"z").contains(c), ("aa"..."zz").contains("bb"))  // prints: true false true
let p: Set<Int> = [1]
print(p == [1], [1] == p, p != [2])  // prints: true true true
print(7 ?? 2, nil ?? "none", 2.rounded())  // prints: 7 none 2.0
