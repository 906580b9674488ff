let a = [10, 20, 30]
print(a[0], a[a.count - 1])
print(a.first!, a.last!)
print(a.first ?? 0)
