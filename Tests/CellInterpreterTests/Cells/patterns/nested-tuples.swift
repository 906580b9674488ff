let rows = [("a", (1, 2)), ("b", (3, 4))]
for (name, (x, y)) in rows { print(name, x + y) }  // prints: a 3
// prints: b 7
let ((a, _), c) = ((1, 2), 3)
print(a, c)  // prints: 1 3
for (index, (name, _)) in rows.enumerated() { print(index, name) }  // prints: 0 a
// prints: 1 b
