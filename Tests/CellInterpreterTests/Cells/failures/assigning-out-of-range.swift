var a = [1]
let i = 1
a[i] = 5  // fails: index 1 is out of range: the array has 1 element
