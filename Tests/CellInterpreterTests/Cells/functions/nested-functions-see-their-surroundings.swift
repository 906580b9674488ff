func count(_ words: [String]) -> Int {
    var found = 0
    func look(_ word: String) {
        if word.hasPrefix("h") { found += 1 }
    }
    for word in words { look(word) }
    return found
}
print(count(["head", "layer", "hook"]))  // prints: 2
func outer(_ n: Int) -> Int {
    func inner(_ m: Int) -> Int { m == 0 ? n : inner(m - 1) + 1 }
    return inner(3)
}
print(outer(10))  // prints: 13
