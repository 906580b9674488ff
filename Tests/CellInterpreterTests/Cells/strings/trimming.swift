import Foundation

print("[" + "  spaced  ".trimmingCharacters(in: .whitespaces) + "]")  // prints: [spaced]
print("line\n".trimmingCharacters(in: .whitespacesAndNewlines))  // prints: line
print("--x--".trimmingCharacters(in: CharacterSet(charactersIn: "-")))  // prints: x
print("blocks.0.attn".trimmingPrefix("blocks."))  // prints: 0.attn
