func repeated(_ n: Int, label: String, body: (Int) -> String) -> [String] {
    (0..<n).map { label + body($0) }
}
print(repeated(2, label: "x") { "\($0 + 1)" })  // prints: ["x1", "x2"]
