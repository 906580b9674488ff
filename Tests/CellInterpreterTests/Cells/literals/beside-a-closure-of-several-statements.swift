let a = [[1, 2].reduce(0) { let k = $0; return k + $1 }, 0.5]
let b = [0.5, [1, 2].reduce(0) { sum, n in let k = sum; return k + n }]
let c = ["a": [1, 2].reduce(0) { let k = $0; return k + $1 }, "b": 0.5]
print(a, b, c["a"]!)  // prints: [3.0, 0.5] [0.5, 3.0] 3.0
