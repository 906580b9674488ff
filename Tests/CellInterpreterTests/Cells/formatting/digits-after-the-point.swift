import Foundation

print(String(format: "%.2f", 3.14159))  // prints: 3.14
print(String(format: "%.0f %.1f", 2.5, 0.05))  // prints: 2 0.1
print(String(format: "%6.2f|", 1.5))  // prints:   1.50|
print(String(format: "%-8.1f|", 1.5))  // prints: 1.5     |
print(String(format: "%+.1f", 2.0))  // prints: +2.0
