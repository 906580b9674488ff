for i in 0..<10 {
    if i == 1 { continue }
    if i == 4 { break }
    print(i)  // prints: 0
    // prints: 2
    // prints: 3
}
var i = 0
while true {
    i += 1
    if i > 5 { break }
}
print(i)  // prints: 6
