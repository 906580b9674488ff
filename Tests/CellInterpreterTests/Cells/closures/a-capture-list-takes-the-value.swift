var n = 1
let then = { [n] in n }
let now = { n }
n = 2
print(then(), now())  // prints: 1 2
let doubled = { [twice = n * 2] in twice }
n = 100
print(doubled())  // prints: 4
