let a = [1, 2] + [3]
print(a + a)
var all: [String] = []
all += ["x"]
all.append(contentsOf: ["y", "z"])
print(all)
