print(2 + 3 * 4)  // prints: 14
print((2 + 3) * 4)  // prints: 20
print(10 - 4 - 3)  // prints: 3
print(2 * 3 % 4)  // prints: 2
print(1 + 2 == 3 && 4 > 3)  // prints: true
print(-2 * -3)  // prints: 6
print(1 << 2 + 1)  // prints: 5
