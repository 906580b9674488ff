print((2.5).rounded(), (-2.5).rounded())  // prints: 3.0 -3.0
print((2.5).rounded(.toNearestOrEven))  // prints: 2.0
print((2.1).rounded(.up), (2.9).rounded(.down), (-2.9).rounded(.towardZero))  // prints: 3.0 2.0 -2.0
var x = 7.6
x.round()
print(x)  // prints: 8.0
