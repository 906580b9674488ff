var a = [1, 2, 3]
let b = a
a[0] = 99
print(a, b)  // prints: [99, 2, 3] [1, 2, 3]
func changed(_ list: [Int]) -> [Int] {
    var copy = list
    copy.append(0)
    return copy
}
print(changed(b), b)  // prints: [1, 2, 3, 0] [1, 2, 3]
