var total = 0
func add(_ n: Int) { total += n }
add(3)
add(4)
print(total)  // prints: 7
