struct Volume {
    var level = 0 {
        didSet { print("from", oldValue, "to", level) }
    }
}
var volume = Volume()
volume.level = 5  // prints: from 0 to 5
volume.level += 1  // prints: from 5 to 6
