var last = 0
for i in 0..<3 {
    let squared = i * i
    last = squared
}
print(last)  // prints: 4
do {
    let squared = "free again"
    print(squared)  // prints: free again
}
