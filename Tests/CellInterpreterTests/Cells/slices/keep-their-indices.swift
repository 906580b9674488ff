let a = [10, 20, 30, 40]
let middle = a[1...2]
print(middle[1], middle.first!, middle.count)  // prints: 20 20 2
print(middle.startIndex, middle.endIndex)  // prints: 1 3
