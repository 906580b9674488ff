func move(_ step: Int) -> Int { step }
print(move(by: 3))  // error: extraneous argument label 'by:' in call
