func move(by step: Int) -> Int { step }
print(move(3))  // error: missing argument label 'by:' in call
