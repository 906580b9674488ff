func loud(_ value: Bool) -> Bool {
    print("asked")
    return value
}
if false && loud(true) { print("never") }
if true || loud(true) { print("at once") }  // prints: at once
// prints: asked
if true && loud(true) { print("both") }  // prints: both
