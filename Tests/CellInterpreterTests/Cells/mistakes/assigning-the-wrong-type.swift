var n = 3
n = "three"  // error: cannot assign value of type 'String' to type 'Int'
