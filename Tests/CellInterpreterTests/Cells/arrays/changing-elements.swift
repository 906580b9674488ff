var a = [1, 2, 3]
a[1] = 20
a[0] += 5
a.append(4)
a += [5, 6]
a.insert(0, at: 0)
print(a)  // prints: [0, 6, 20, 3, 4, 5, 6]
a.remove(at: 1)
a.removeLast()
a.removeFirst()
print(a)  // prints: [20, 3, 4, 5]
