struct Head { var layer = 0 }
print([Head()].sorted())  // error: 'sorted' requires that 'Head' conform to 'Comparable'
