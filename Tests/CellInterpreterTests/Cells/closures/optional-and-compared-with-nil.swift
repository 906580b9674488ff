var hook: ((Int) -> Int)?
print(hook?(3) ?? -1)
hook = { $0 * 2 }
print(hook?(3) ?? -1, hook != nil)
if let hook { print(hook(10)) }
