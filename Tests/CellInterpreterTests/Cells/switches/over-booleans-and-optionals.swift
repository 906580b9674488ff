func text(_ flag: Bool?) -> String {
    switch flag {
    case true?: "yes"
    case false?: "no"
    case nil: "unknown"
    }
}
print(text(true), text(false), text(nil))  // prints: yes no unknown
