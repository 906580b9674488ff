let a: Character = "a"
print(a.asciiValue ?? 0)
print(a.uppercased())
print(a < "b")
