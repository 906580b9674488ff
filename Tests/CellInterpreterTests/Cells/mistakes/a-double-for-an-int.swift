func twice(_ n: Int) -> Int { n * 2 }
let x = 2.5
print(twice(x))  // error: cannot convert value of type 'Double' to expected argument type 'Int'
