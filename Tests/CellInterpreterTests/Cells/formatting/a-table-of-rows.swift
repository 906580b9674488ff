import Foundation

let rows = [("L0H1", 0.5), ("L10H7", -1.25)]
for (name, score) in rows {
    let padded = name.padding(toLength: 6, withPad: " ", startingAt: 0)
    print(padded + String(format: "%8.3f", score))  // prints: L0H1     0.500
    // prints: L10H7   -1.250
}
