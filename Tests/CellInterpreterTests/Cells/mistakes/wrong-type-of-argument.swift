func twice(_ n: Int) -> Int { n * 2 }
print(twice("2"))  // error: cannot convert value of type 'String' to expected argument type 'Int'
