let n = 3
let x = 0.5
print(n + x)  // error: binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
