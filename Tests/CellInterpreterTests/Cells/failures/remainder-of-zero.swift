let zero = [0][0]
print(7 % zero)  // fails: division by zero: 7 % 0
