print([1.5, 2].reduce(0, +), [2, 3].reduce(1, *), ["a", "b"].reduce("", +))  // prints: 3.5 6 ab
print([3, 1, 2].sorted(by: >), [1.5, 2].max(by: <) ?? 0)  // prints: [3, 2, 1] 2.0
print([1.0, .nan].contains { $0.isNaN })  // prints: true
print(Set([1, 2]) == [2, 1], [1, 2][...] == [1, 2])  // prints: true true
