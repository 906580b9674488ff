func loud(_ value: Bool) -> Bool {
    print("asked")
    return value
}
if false && loud(true) { print("never") }
if true || loud(true) { print("at once") }
if true && loud(true) { print("both") }
