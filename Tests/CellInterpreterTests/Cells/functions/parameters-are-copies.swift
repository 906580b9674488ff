func sorted(_ list: [Int]) -> [Int] {
    var list = list
    list.sort()
    return list
}
let original = [3, 1, 2]
print(sorted(original), original)  // prints: [1, 2, 3] [3, 1, 2]
