var sum = 0
for i in 1...4 { sum += i }
print(sum)  // prints: 10
for name in ["Mary", "John"] { print(name) }  // prints: Mary
// prints: John
for _ in 0..<2 { sum *= 2 }
print(sum)  // prints: 40
