let a = [1, 2, 3]
let i = -1
print(a[i])  // fails: index -1 is out of range: the array has 3 elements
