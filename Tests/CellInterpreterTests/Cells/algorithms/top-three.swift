let scores = ["a": 0.1, "b": 0.9, "c": 0.5, "d": 0.7]
for (name, score) in scores.sorted(by: { $0.value > $1.value }).prefix(3) {
    print(name, score)  // prints: b 0.9
    // prints: d 0.7
    // prints: c 0.5
}
