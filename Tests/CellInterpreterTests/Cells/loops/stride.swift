for i in stride(from: 0, to: 10, by: 4) { print(i) }
for i in stride(from: 3, through: 1, by: -1) { print(i) }
print(Array(stride(from: 0.0, through: 1.0, by: 0.5)))
