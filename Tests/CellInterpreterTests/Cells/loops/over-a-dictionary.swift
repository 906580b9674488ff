let scores = ["a": 1, "b": 2]
var total = 0
for (_, value) in scores { total += value }
print(total)  // prints: 3
for pair in scores.sorted(by: { $0.key < $1.key }) { print(pair.key, pair.value) }  // prints: a 1
// prints: b 2
