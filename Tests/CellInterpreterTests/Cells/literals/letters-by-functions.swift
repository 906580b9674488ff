let down: [Character] = ["a", "b"].sorted(by: >)
let up: [Character] = ["b", "a"].map { $0 }.sorted(by: <)
let larger: [Character] = zip(["a"], ["b"]).map(max)
let last: Character = ["a", "b"].reduce("a", max)
let parts: [Substring] = ["a", "b"].filter { $0 != "b" }.sorted(by: >)
print(down, up, larger, last, parts)  // prints: ["b", "a"] ["a", "b"] ["b"] b ["a"]
print("hello".filter { (["a", "l"].sorted(by: >)).contains($0) })  // prints: ll
// By themselves they are texts.
func kind(_ text: String) -> String { "text" }
func kind(_ letter: Character) -> String { "letter" }
print(["a", "b"].sorted(by: >).joined(), ["a"].map(kind), ["a", "b"].reduce("", +))  // prints: ba ["text"] ab
func same(_ text: String) -> String { text + "!" }
func same(_ letter: Character) -> Character { letter }
let marked: [Character] = ["a"].map(same)
let shouted: [String] = ["a"].map(same)
print(marked, shouted, ["a"].map(same))  // prints: ["a"] ["a!"] ["a!"]
