let n = 3
print(n)  // prints: 3
// %%
print("not printed")
print(n + "a")  // error: binary operator '+' cannot be applied to operands of type 'Int' and 'String'
