struct Layer {
    let index: Int
    init?(_ index: Int) {
        guard index >= 0 else { return nil }
        self.index = index
    }
}
print(Layer(3)?.index ?? -1, Layer(-3)?.index ?? -1)  // prints: 3 -1
