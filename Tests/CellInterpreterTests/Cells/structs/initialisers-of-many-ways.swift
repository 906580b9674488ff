struct Range2 {
    let low: Int
    let high: Int
    var name: String
    init?(_ a: Int, _ b: Int) {
        guard a != b else { return nil }
        if a < b {
            low = a
            high = b
        } else {
            (low, high) = (b, a)
        }
        switch high - low {
        case 1: name = "near"
        default: name = "far"
        }
    }
    init() {
        low = 0
        high = 1
        name = "plain"
    }
    init(upTo n: Int) throws {
        low = 0
        do {
            high = try Range2.checked(n)
        } catch {
            throw error
        }
        name = "upTo"
    }
    static func checked(_ n: Int) throws -> Int { n }
}
print(Range2(2, 1)!.name, Range2(1, 5)!.name, Range2(1, 1) == nil, Range2().high, try Range2(upTo: 4).high)  // prints: near far true 1 4
