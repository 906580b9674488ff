import Foundation

print(sqrt(16.0), pow(2.0, 10.0))  // prints: 4.0 1024.0
print(exp(0.0), log(1.0), log2(8.0), log10(1000.0))  // prints: 1.0 0.0 3.0 3.0
print(floor(2.7), ceil(2.1), abs(-1.5))  // prints: 2.0 3.0 1.5
print(sin(0.0), cos(0.0), atan2(0.0, 1.0))  // prints: 0.0 1.0 0.0
print((9.0).squareRoot(), hypot(3.0, 4.0))  // prints: 3.0 5.0
print((tanh(1.0) * 1000).rounded() / 1000)  // prints: 0.762
