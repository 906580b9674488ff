let layer = 10
let part = switch layer {
case 0..<4: "early"
case 4..<8: "middle"
default: "late"
}
print(part)  // prints: late
func width(_ size: String) -> Int {
    switch size {
    case "small": 768
    case "medium": 1024
    default: 0
    }
}
print(width("small"), width("huge"))  // prints: 768 0
