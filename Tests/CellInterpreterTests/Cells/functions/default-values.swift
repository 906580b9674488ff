func title(_ text: String, width: Int = 10, fill: Character = "-") -> String {
    let rest = max(0, width - text.count)
    return text + String(repeating: fill, count: rest)
}
print(title("a"))  // prints: a---------
print(title("a", width: 3), title("a", fill: "."), title("a", width: 2, fill: "*"))  // prints: a-- a......... a*
