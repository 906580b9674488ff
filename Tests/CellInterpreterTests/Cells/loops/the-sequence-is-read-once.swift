var list = [1, 2, 3]
for x in list {
    list.append(x * 10)
}
print(list)  // prints: [1, 2, 3, 10, 20, 30]
var count = 3
for _ in 0..<count { count += 1 }
print(count)  // prints: 6
