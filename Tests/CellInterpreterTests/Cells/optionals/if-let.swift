let maybe: String? = "Mary"
if let name = maybe {
    print(name)
}
if let maybe {
    print(maybe.count)
} else {
    print("none")
}
