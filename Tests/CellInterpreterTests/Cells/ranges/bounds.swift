let r = 2..<7
print(r, r.lowerBound, r.upperBound)
print(1...4)
print(r.first!, r.last!)
