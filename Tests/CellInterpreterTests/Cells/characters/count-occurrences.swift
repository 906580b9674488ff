var counts: [Character: Int] = [:]
for character in "mississippi" {
    counts[character, default: 0] += 1
}
for (character, count) in counts.sorted(by: { $0.key < $1.key }) {
    print(character, count)  // prints: i 4
    // prints: m 1
    // prints: p 2
    // prints: s 4
}
