let a = [5, 3, 8, 3]
print(a.contains(3), a.contains(7))
print(a.firstIndex(of: 3)!, a.lastIndex(of: 3)!)
print(a.firstIndex(where: { $0 > 5 }) ?? -1)
print(a.first(where: { $0 % 2 == 0 }) ?? 0)
