print(String(255, radix: 16))  // prints: ff
print(String(255, radix: 16, uppercase: true))  // prints: FF
print(String(5, radix: 2))  // prints: 101
print(Int("ff", radix: 16)!)  // prints: 255
print(Int("12")!, Int("twelve") == nil, Int("-3")!)  // prints: 12 true -3
