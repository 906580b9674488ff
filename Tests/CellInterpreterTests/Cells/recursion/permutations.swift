func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    var all: [[Int]] = []
    for (i, item) in items.enumerated() {
        var rest = items
        rest.remove(at: i)
        all += permutations(rest).map { [item] + $0 }
    }
    return all
}
print(permutations([1, 2, 3]))  // prints: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
