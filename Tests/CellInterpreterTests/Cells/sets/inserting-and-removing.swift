var seen: Set<String> = []
print(seen.insert("a").inserted, seen.insert("a").inserted)  // prints: true false
seen.insert("b")
seen.remove("a")
print(seen)  // prints: ["b"]
print(Set([1, 2]) == Set([2, 1]))  // prints: true
