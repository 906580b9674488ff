var n = 1
n �= 0  // error: invalid character in source file
