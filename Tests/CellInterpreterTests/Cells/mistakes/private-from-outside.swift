struct Box {
    private var secret = 1
    private(set) var seen = 2
    private func open() -> Int { secret }
    static func make() -> Box { Box() }
}
var box = Box()
print(box.secret)  // error: 'secret' is inaccessible due to 'private' protection level
print(box.open())  // error: 'open' is inaccessible due to 'private' protection level
print(box.seen)
box.seen = 3  // error: 'seen' setter is inaccessible
print(Box(secret: 2))  // error: 'Box' is inaccessible due to 'private' protection level
