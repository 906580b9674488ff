print(255, 0xFF, 0b1111_1111, 0o377)  // prints: 255 255 255 255
print(1_000_000)  // prints: 1000000
print(-0x10)  // prints: -16
let largest = 9_223_372_036_854_775_807
print(largest == Int.max)  // prints: true
let smallest = -9_223_372_036_854_775_808
print(smallest == Int.min)  // prints: true
