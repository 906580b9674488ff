var hook: ((Int) -> Int)?
print(hook?(3) ?? -1)  // prints: -1
hook = { $0 * 2 }
print(hook?(3) ?? -1, hook != nil)  // prints: 6 true
if let hook { print(hook(10)) }  // prints: 20
