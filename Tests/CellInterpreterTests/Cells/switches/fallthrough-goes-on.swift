var log: [String] = []
switch 1 {
case 1:
    log.append("one")
    fallthrough
case 2:
    log.append("two")
case 3:
    log.append("three")
default:
    break
}
print(log)  // prints: ["one", "two"]
