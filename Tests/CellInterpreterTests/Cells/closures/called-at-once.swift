let table = {
    var result: [Int] = []
    for i in 1...3 { result.append(i * i) }
    return result
}()
print(table)  // prints: [1, 4, 9]
