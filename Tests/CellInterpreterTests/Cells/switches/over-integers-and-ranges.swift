func bucket(_ n: Int) -> String {
    switch n {
    case 0: return "none"
    case 1, 2: return "few"
    case 3..<10: return "some"
    case 10...: return "many"
    default: return "negative"
    }
}
print([0, 2, 9, 10, -1].map { bucket($0) })  // prints: ["none", "few", "some", "many", "negative"]
