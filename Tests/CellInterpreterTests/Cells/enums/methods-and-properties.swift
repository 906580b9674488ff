enum Size: Int {
    case small = 1, large = 10
    var doubled: Int { rawValue * 2 }
    func times(_ n: Int) -> Int { rawValue * n }
    static let standard = Size.small
}
print(Size.large.doubled, Size.standard.times(5))  // prints: 20 5
