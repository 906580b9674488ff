var d = ["a": 1, "b": 2]
d["a"] = nil
print(d)
print(d.removeValue(forKey: "b") ?? 0)
print(d, d.isEmpty)
