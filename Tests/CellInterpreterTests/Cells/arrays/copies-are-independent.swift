var a = [1, 2, 3]
let b = a
a[0] = 99
print(a, b)
func changed(_ list: [Int]) -> [Int] {
    var copy = list
    copy.append(0)
    return copy
}
print(changed(b), b)
