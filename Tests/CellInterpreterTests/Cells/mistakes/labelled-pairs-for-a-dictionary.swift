let names = ["a", "b"]
let pairs = [(name: "a", place: 0)]
print(Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0, $1) }).count)  // prints: 2
print(Dictionary(uniqueKeysWithValues: pairs), Dictionary(uniqueKeysWithValues: zip(names, 1...2)).count)  // prints: ["a": 0] 2
// %%
print(Dictionary(uniqueKeysWithValues: names.enumerated()).count)  // error: cannot convert value of type 'EnumeratedSequence<[String]>'
// %%
print(Dictionary(uniqueKeysWithValues: ["a": 1]).count)  // error: cannot convert value of type '[String : Int]'
