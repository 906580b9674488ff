print((1, "a") == (1, "a"), (1, 2) < (1, 3), (2, 0) > (1, 9))  // prints: true true true
