let rows = [("a", (1, 2)), ("b", (3, 4))]
for (name, (x, y)) in rows { print(name, x + y) }
let ((a, _), c) = ((1, 2), 3)
print(a, c)
for (index, (name, _)) in rows.enumerated() { print(index, name) }
