let describe = { (n: Int) -> String in
    let parity = n % 2 == 0 ? "even" : "odd"
    if n < 0 { return "negative " + parity }
    return parity
}
print([1, 2, -3].map(describe))  // prints: ["odd", "even", "negative odd"]
let sums = [[1, 2], [3]].map { row in
    var sum = 0
    for x in row { sum += x }
    return sum
}
print(sums)  // prints: [3, 3]
