let a = [3, 1, 2]
print(a.min()!, a.max()!, min(4, 2, 8), max(1.5, 0.5))  // prints: 1 3 2 1.5
print(["aa", "b"].max(by: { $0.count < $1.count })!)  // prints: aa
print([Int]().min() == nil)  // prints: true
