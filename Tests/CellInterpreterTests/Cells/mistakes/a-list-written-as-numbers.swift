func zeros(_ shape: [Int], value: Double = 0) -> Int { shape.count }
print(zeros(2, 3))  // error: the shape of 'zeros' is one list: [2, 3]
