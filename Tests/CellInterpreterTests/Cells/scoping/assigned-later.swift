let sign: String
let n = -4
if n < 0 { sign = "minus" } else { sign = "plus" }
print(sign)
var text: String
text = "set"
print(text)
