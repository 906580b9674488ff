let a = [1, 2, 3]
print(a[0])  // prints: 1
let i = 7
print(a[i])  // fails: index 7 is out of range: the array has 3 elements
print("never")
