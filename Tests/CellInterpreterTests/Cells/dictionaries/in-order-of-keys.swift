let d = ["b": 2, "a": 1, "c": 3]
for key in d.keys.sorted() {
    print(key, d[key]!)
}
for (key, value) in d.sorted(by: { $0.value > $1.value }) {
    print("\(key)=\(value)")
}
