let x = 1
if true {
    let x = 2
    print(x)  // prints: 2
}
func f() -> Int {
    let x = 3
    return x
}
print(f(), x)  // prints: 3 1
for x in 5..<6 { print(x) }  // prints: 5
print(x)  // prints: 1
