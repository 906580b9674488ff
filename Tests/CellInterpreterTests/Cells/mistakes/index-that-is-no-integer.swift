let list = [1, 2]
print(list["a"])  // error: cannot convert value of type 'String' to expected argument type 'Int'
