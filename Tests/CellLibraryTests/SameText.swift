import Foundation

/// Whether two printed lines say the same: the words exactly, and the numbers as far as runs promise them.
///
/// The last digits of a run depend on which other runs share its pass and on the number of threads. Whole numbers are
/// promised; fractions are the same to within a thousandth of their size and 0.0002, two units of what is printed.
func saySame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let fraction = /-?[0-9]+\.[0-9]+(?:e[-+][0-9]+)?/
    guard a.replacing(fraction, with: "#") == b.replacing(fraction, with: "#") else { return false }
    return zip(a.matches(of: fraction), b.matches(of: fraction)).allSatisfy { one, other in
        guard let x = Double(a[one.range]), let y = Double(b[other.range]) else { return false }
        return abs(x - y) <= 0.001 * max(abs(x), abs(y)) + 0.0002
    }
}
