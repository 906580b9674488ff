let (a, b) = (1, 2, 3)  // error: the tuple has 3 elements, the pattern 2: '(Int, Int, Int)'
