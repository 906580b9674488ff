import Foundation

print(String(format: "%d of %d", 3, 4))  // prints: 3 of 4
print(String(format: "%03d", 7))  // prints: 007
print(String(format: "%5d|%-5d|", 42, 42))  // prints:    42|42   |
print(String(format: "%x %X", 255, 255))  // prints: ff FF
print(String(format: "%@ scored %.1f%%", "L9H9", 97.25))  // prints: L9H9 scored 97.2%
