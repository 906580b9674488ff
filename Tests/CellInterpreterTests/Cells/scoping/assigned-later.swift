let sign: String
let n = -4
if n < 0 { sign = "minus" } else { sign = "plus" }
print(sign)  // prints: minus
var text: String
text = "set"
print(text)  // prints: set
