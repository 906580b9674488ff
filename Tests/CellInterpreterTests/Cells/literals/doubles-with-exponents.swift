print(1e3, 2.5e-2, 1E2)  // prints: 1000.0 0.025 100.0
print(0x1p4)  // prints: 16.0
print(1_234.5)  // prints: 1234.5
let whole: Double = 3
print(whole)  // prints: 3.0
