let words = ["pear", "fig", "banana"]
print(words.sorted(), words.sorted(by: >))  // prints: ["banana", "fig", "pear"] ["pear", "fig", "banana"]
print(words.sorted { $0.count < $1.count })  // prints: ["fig", "pear", "banana"]
print([2.5, -1, 0].sorted())  // prints: [-1.0, 0.0, 2.5]
