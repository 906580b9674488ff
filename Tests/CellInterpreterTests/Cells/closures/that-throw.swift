struct Empty: Error {}
func first(_ list: [Int]) throws -> Int {
    guard let first = list.first else { throw Empty() }
    return first
}
let firsts = try [[1], [2, 3]].map { try first($0) }
print(firsts)  // prints: [1, 2]
do {
    _ = try [[1], []].map { try first($0) }
} catch {
    print("caught", error)  // prints: caught Empty()
}
