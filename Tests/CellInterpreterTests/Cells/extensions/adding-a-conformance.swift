struct Pair { var a: Int; var b: Int }
extension Pair: CustomStringConvertible {
    var description: String { "\(a)/\(b)" }
}
print(Pair(a: 1, b: 2))  // prints: 1/2
