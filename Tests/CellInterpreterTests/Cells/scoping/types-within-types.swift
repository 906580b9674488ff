func first(_ list: [Int]) -> [Int].Element { list[0] }
func part(_ list: [Int].SubSequence, at place: Array<Int>.Index) -> Array<Int>.Element { list[place] }
print(first([3]), part([1, 2][1...], at: 1))  // prints: 3 2
func read(_ table: [String: Int], _ key: [String: Int].Key) -> Dictionary<String, Int>.Value { table[key] ?? 0 }
func letters(_ text: String.SubSequence) -> [String.Element] { Array(text) }
print(read(["a": 7], "a"), letters("abc".prefix(2)))  // prints: 7 ["a", "b"]
let entry: [String: Int].Element = (key: "a", value: 1)
let names: [String: Int].Keys = ["a": 1].keys
let bound: ClosedRange<Double>.Bound = 1
print(entry.value, names.count, bound)  // prints: 1 1 1.0
enum Mood: String, CaseIterable { case calm, wild }
let raw: Mood.RawValue = "calm"
let all: Mood.AllCases = Mood.allCases
let size: Int.Magnitude = (-5).magnitude
print(raw, all.count, size)  // prints: calm 2 5
print([Int].self, [String: Int].self)  // prints: Array<Int> Dictionary<String, Int>
