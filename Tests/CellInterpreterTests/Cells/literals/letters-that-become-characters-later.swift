let letters: [Character] = ["a", "b"].map { $0 }
let kept: [Character] = ["a", "b"].filter { $0 != "a" }
let last: Character = ["a", "b"].max()!
let first: Character? = ["a"].first
let vowels: Set<Character> = Set(["a", "e"])
let counts: [Character: Int] = Dictionary(uniqueKeysWithValues: [("a", 1)])
let row: [Character] = Array(repeating: "x", count: 2) + ["y"]
let three: [Character] = (0..<3).map { _ in "z" }
print(letters, kept, last, first!, vowels.count, counts, row, three)
// prints: ["a", "b"] ["b"] b a 2 ["a": 1] ["x", "x", "y"] ["z", "z", "z"]
let word = "hello"
print(word.filter { ["a", "e", "l"].contains($0) })  // prints: ell
print(zip(word, ["h", "a"]).map { $0 == $1 })  // prints: [true, false]
let parts: [Substring] = ["ab", "c"].map { $0 }
let part: Substring = ["ab"].first!
print(parts, part)  // prints: ["ab", "c"] ab
// By themselves they are texts.
print(["a", "b"].map { $0 + "c" }, ["x", "y"].joined(), "a" + "b", "ab" < "b")
// prints: ["ac", "bc"] xy ab true
print("abc".map { $0 == "b" ? "x" : $0 }, "a".count, type(of: "a"), ["k": 1]["k"]!)
// prints: ["a", "x", "c"] 1 String 1
func kind(_ text: String) -> String { "text" }
func kind(_ letter: Character) -> String { "letter" }
print(kind("a"), kind(["a"].first!), kind(word.first!))  // prints: text text letter
for letter in "ab" { print(letter, terminator: ",") }
print()  // prints: a,b,
print(["1", "x", "3"].compactMap { Int($0) }, ["1", "2"].map { Double($0)! })  // prints: [1, 3] [1.0, 2.0]
