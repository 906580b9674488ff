import Foundation

print(String(format: "%e", 12345.678))  // prints: 1.234568e+04
print(String(format: "%.1e", 0.00012))  // prints: 1.2e-04
print(String(format: "%g %g", 0.0001, 1e10))  // prints: 0.0001 1e+10
