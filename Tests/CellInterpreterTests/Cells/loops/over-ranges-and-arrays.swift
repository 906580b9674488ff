var sum = 0
for i in 1...4 { sum += i }
print(sum)
for name in ["Mary", "John"] { print(name) }
for _ in 0..<2 { sum *= 2 }
print(sum)
