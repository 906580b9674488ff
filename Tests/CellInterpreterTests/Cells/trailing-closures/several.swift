func choose(_ n: Int, small: () -> String, large: () -> String) -> String {
    n < 10 ? small() : large()
}
let text = choose(50) {
    "small"
} large: {
    "large"
}
print(text)  // prints: large
