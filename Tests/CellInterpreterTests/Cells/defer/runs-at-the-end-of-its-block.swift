func work() -> Int {
    defer { print("cleaned up") }
    print("working")
    return 1
}
print(work())
for i in 0..<2 {
    defer { print("end of turn", i) }
    print("turn", i)
}
