let n: Int? = 3
print(n + 1)  // error: binary operator '+' cannot be applied to operands of type 'Int?' and 'Int'
