func place(_ x: Int, _ y: Int) -> String {
    switch (x, y) {
    case (0, 0): return "origin"
    case (_, 0): return "on x"
    case (0, let y): return "on y at \(y)"
    case let (x, y) where x == y: return "diagonal"
    case (1...5, 1...5): return "near"
    default: return "far"
    }
}
print(place(0, 0), place(3, 0), place(0, 4), place(7, 7), place(1, 2), place(9, 1), separator: "; ")  // prints: origin; on x; on y at 4; diagonal; near; far
