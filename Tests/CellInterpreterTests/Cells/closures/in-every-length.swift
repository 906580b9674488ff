let numbers = [3, 1, 2]
print(numbers.map({ (n: Int) -> Int in return n * 2 }))
print(numbers.map({ n in return n * 2 }))
print(numbers.map({ n in n * 2 }))
print(numbers.map { $0 * 2 })
print(numbers.sorted(by: >))
