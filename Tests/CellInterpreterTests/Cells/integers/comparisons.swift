let a = 3
let b = 5
print(a < b, a <= b, a > b, a >= b, a == b, a != b)
print(a < b && b < 10)
