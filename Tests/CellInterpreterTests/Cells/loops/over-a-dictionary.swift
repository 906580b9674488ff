let scores = ["a": 1, "b": 2]
var total = 0
for (_, value) in scores { total += value }
print(total)
for pair in scores.sorted(by: { $0.key < $1.key }) { print(pair.key, pair.value) }
