var d = ["a": 1, "b": 2]
d["a"] = nil
print(d)  // prints: ["b": 2]
print(d.removeValue(forKey: "b") ?? 0)  // prints: 2
print(d, d.isEmpty)  // prints: [:] true
