print(0b1100 & 0b1010, 0b1100 | 0b1010, 0b1100 ^ 0b1010)  // prints: 8 14 6
print(~0, 1 << 10, 1024 >> 3, -8 >> 1)  // prints: -1 1024 128 -4
print(255.nonzeroBitCount, 8.trailingZeroBitCount, Int.bitWidth)  // prints: 8 3 64
