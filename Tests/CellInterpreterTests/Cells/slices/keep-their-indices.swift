let a = [10, 20, 30, 40]
let middle = a[1...2]
print(middle[1], middle.first!, middle.count)
print(middle.startIndex, middle.endIndex)
