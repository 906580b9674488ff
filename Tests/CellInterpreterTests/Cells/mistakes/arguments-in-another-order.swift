func window(start: Int, end: Int, step: Int = 1) -> Int { end - start }
print(window(end: 3, start: 1))  // error: argument 'start' must come before 'end'
print(window(start: 1, step: 2, end: 3))  // error: argument 'end' must come before 'step'
