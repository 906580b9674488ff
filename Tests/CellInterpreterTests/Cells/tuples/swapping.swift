var a = 1
var b = 2
(a, b) = (b, a)
print(a, b)  // prints: 2 1
swap(&a, &b)
print(a, b)  // prints: 1 2
