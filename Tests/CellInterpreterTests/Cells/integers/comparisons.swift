let a = 3
let b = 5
print(a < b, a <= b, a > b, a >= b, a == b, a != b)  // prints: true true false false false true
print(a < b && b < 10)  // prints: true
