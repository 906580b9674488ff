var factor = 2
let scale = { (x: Int) in x * factor }
print(scale(10))  // prints: 20
factor = 5
print(scale(10))  // prints: 50
var count = 0
let bump = { count += 1 }
bump()
bump()
print(count)  // prints: 2
