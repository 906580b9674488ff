func account() -> (add: (Int) -> Void, read: () -> Int) {
    var balance = 0
    return ({ balance += $0 }, { balance })
}
let mine = account()
let yours = account()
mine.add(10)
mine.add(5)
yours.add(1)
print(mine.read(), yours.read())  // prints: 15 1
