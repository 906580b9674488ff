let counts = ["a", "b", "a"].reduce(into: [:]) { counts, word in
    counts[word, default: 0] += 1
}
print(counts["a"]!, counts["b"]!)  // prints: 2 1
