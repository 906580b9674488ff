func sum(_ a: Int?, _ b: Int?) -> String {
    if let a, let b, a > 0 {
        return "\(a + b)"
    }
    return "missing"
}
print(sum(1, 2), sum(nil, 2), sum(-1, 2))  // prints: 3 missing missing
