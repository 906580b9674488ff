extension String {
    var isHook: Bool { hasPrefix("hook_") }
    func quoted() -> String { "<\(self)>" }
}
print("hook_z".isHook, "z".isHook, "z".quoted())  // prints: true false <z>
