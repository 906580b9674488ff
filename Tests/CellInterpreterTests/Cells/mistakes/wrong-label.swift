func move(by step: Int) -> Int { step }
print(move(to: 3))  // error: incorrect argument label in call (have 'to:', expected 'by:')
