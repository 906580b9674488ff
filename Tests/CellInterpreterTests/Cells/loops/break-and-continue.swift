for i in 0..<10 {
    if i == 1 { continue }
    if i == 4 { break }
    print(i)
}
var i = 0
while true {
    i += 1
    if i > 5 { break }
}
print(i)
