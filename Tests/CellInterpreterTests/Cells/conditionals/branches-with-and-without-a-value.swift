let cold = true
let note: String? = if cold { "ice" } else { nil }
let other = if cold { "ice" } else { nil as String? }
print(note ?? "-", other ?? "-")  // prints: ice ice
let third = switch 2 { case 1: nil as Int?; case 2: 7; default: 8 }
print(third ?? 0)  // prints: 7
