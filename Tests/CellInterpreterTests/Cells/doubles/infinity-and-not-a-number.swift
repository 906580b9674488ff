let infinite = 1.0 / 0.0
print(infinite, -infinite)  // prints: inf -inf
let undefined = 0.0 / 0.0
print(undefined.isNaN, undefined == undefined)  // prints: true false
print(Double.infinity > Double.greatestFiniteMagnitude)  // prints: true
print((2.0).isFinite, infinite.isInfinite)  // prints: true true
