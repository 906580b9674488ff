let score = 73
print(0..<50 ~= score, 50... ~= score)  // prints: false true
