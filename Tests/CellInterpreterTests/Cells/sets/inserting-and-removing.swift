var seen: Set<String> = []
print(seen.insert("a").inserted, seen.insert("a").inserted)
seen.insert("b")
seen.remove("a")
print(seen)
print(Set([1, 2]) == Set([2, 1]))
