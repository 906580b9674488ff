let a = [1, 2] + [3]
print(a + a)  // prints: [1, 2, 3, 1, 2, 3]
var all: [String] = []
all += ["x"]
all.append(contentsOf: ["y", "z"])
print(all)  // prints: ["x", "y", "z"]
