let a = [1, 2, 3]
let end = 5
print(a[1..<end])  // fails: range 1..<5 is out of bounds: the array has 3 elements
