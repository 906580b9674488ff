let list: [Int] = [1, "two"]  // error: cannot convert value of type 'String' to expected element type 'Int'
