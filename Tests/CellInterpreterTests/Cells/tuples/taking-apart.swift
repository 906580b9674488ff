let (a, b) = (1, 2)
let (first, _) = ("x", "y")
let (x, (y, z)) = (1, (2, 3))
print(a, b, first, x, y, z)  // prints: 1 2 x 1 2 3
