let name: String? = "Mary"
func length(_ name: String?) -> Int {
    guard let name else { return 0 }
    return name.count
}
if let name { print(name + "!") }  // prints: Mary!
print(length(name), length(nil), name as Any)  // prints: 4 0 Optional("Mary")
