struct Scaler {
    var factor: Int
    func all(_ list: [Int]) -> [Int] { list.map { $0 * factor } }
}
print(Scaler(factor: 3).all([1, 2]))  // prints: [3, 6]
