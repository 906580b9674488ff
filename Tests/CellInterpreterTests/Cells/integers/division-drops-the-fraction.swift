print(7 / 2, -7 / 2)  // prints: 3 -3
print(7 % 3, -7 % 3, 7 % -3)  // prints: 1 -1 1
let (quotient, remainder) = 17.quotientAndRemainder(dividingBy: 5)
print(quotient, remainder)  // prints: 3 2
