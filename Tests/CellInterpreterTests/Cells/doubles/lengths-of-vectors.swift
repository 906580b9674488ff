import Foundation

print(hypot(1e200, 1e200) / 1e200, hypot(3e-200, 4e-200) * 1e200)  // prints: 1.4142135623730951 5.0
print(hypot(-0.1, 0.2), hypot(Float(0.1), Float(0.2)))  // prints: 0.223606797749979 0.2236068
print(hypot(Double.infinity, .nan), hypot(Float.nan, 1), hypot(Float(3e30), Float(4e30)))  // prints: inf nan 5e+30
print(hypot(-0.0, 0.0), hypot(Float.infinity, .nan))  // prints: 0.0 inf
