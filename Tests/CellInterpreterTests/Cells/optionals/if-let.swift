let maybe: String? = "Mary"
if let name = maybe {
    print(name)  // prints: Mary
}
if let maybe {
    print(maybe.count)  // prints: 4
} else {
    print("none")
}
