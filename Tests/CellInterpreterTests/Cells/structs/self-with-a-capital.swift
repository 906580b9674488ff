struct P {
    var x = 0
    static func zero() -> Self { Self() }
    func moved(by n: Int) -> Self { Self(x: x + n) }
    static let most = 4
    func least() -> Int { min(x, Self.most) }
}
print(P.zero(), P(x: 7).moved(by: 1), P(x: 7).least())  // prints: P(x: 0) P(x: 8) 4
