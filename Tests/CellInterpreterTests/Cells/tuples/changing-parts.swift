var point = (x: 1, y: 2)
point.x += 10
point.1 = 5
print(point)  // prints: (x: 11, y: 5)
