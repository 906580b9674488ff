let d = ["b": 2, "a": 1, "c": 3]
for key in d.keys.sorted() {
    print(key, d[key]!)  // prints: a 1
    // prints: b 2
    // prints: c 3
}
for (key, value) in d.sorted(by: { $0.value > $1.value }) {
    print("\(key)=\(value)")  // prints: c=3
    // prints: b=2
    // prints: a=1
}
