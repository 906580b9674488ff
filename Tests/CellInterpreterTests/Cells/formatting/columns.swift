import Foundation
for (layer, score) in [0.5, 12.25, -3.125].enumerated() {
    print(String(format: "%2d  %7.3f", layer, score))  // prints:  0    0.500
    // prints:  1   12.250
    // prints:  2   -3.125
}
