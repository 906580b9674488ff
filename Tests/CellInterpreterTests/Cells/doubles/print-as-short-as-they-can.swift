print(0.1 + 0.2)  // prints: 0.30000000000000004
print(1.0 / 3)  // prints: 0.3333333333333333
print(100.0, 1e16, 1e-5)  // prints: 100.0 1e+16 1e-05
print(123456789.0 * 10)  // prints: 1234567890.0
let single: Float = 0.1
print(single + 0.2)  // prints: 0.3
