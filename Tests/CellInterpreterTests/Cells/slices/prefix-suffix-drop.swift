let a = [1, 2, 3, 4, 5]
print(a.prefix(2), a.suffix(2))
print(a.dropFirst(), a.dropLast(2))
print(a.prefix(while: { $0 < 3 }), a.drop(while: { $0 < 3 }))
print(a.prefix(100))
