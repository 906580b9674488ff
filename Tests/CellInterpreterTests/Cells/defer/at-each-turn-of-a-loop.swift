for i in 0..<2 {
    defer { print("end", i) }
    if i == 0 { continue }
    print("body", i)
}  // prints: end 0
// prints: body 1
// prints: end 1
