struct Head { var layer = 0 }
print(Head() == Head())  // error: binary operator '==' cannot be applied to two 'Head' operands
