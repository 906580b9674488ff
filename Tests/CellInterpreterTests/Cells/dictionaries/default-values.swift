var counts: [String: Int] = [:]
for word in ["to", "be", "or", "not", "to", "be"] {
    counts[word, default: 0] += 1
}
print(counts["to", default: 0], counts["or", default: 0], counts["why", default: 0])  // prints: 2 1 0
