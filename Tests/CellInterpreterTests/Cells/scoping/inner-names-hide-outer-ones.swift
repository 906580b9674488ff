let x = 1
if true {
    let x = 2
    print(x)
}
func f() -> Int {
    let x = 3
    return x
}
print(f(), x)
for x in 5..<6 { print(x) }
print(x)
