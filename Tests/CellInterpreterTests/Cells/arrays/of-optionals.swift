let a: [Int?] = [1, nil, 3]
print(a)
print(a.compactMap { $0 })
print(a.count)
