struct Item { var name: String; var count: Int }
var items = [Item(name: "a", count: 1), Item(name: "b", count: 2)]
items[0].count += 10
items[1].name = "c"
for item in items {
    print(item.name, item.count)  // prints: a 11
    // prints: c 2
}
