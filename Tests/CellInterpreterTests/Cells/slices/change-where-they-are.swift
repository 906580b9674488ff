var part = [10, 20, 30, 40, 50][1...3]
part[2] = 31
print(part[1], part[2], part.indices)  // prints: 20 31 1..<4
part.removeFirst()
print(part.startIndex, part[2])  // prints: 2 31
part.append(60)
part.swapAt(2, 4)
print(part, part.endIndex)  // prints: [60, 40, 31] 5
print(part.firstIndex(of: 40)!, part[3...].startIndex)  // prints: 3 3
part.insert(1, at: 2)
part.remove(at: 3)
print(part, Array(part)[0])  // prints: [1, 40, 31] 1
print([1, 2, 3].dropFirst().startIndex, [1, 2, 3].suffix(1).startIndex, (5..<9).firstIndex(of: 7)!)  // prints: 1 2 7
for piece in [1, 0, 2, 3].split(separator: 0) { print(piece.startIndex) }  // prints: 0 // prints: 2
print([1, 2, 3, 4].dropLast().prefix(while: { $0 < 3 }).endIndex)  // prints: 2
print(part[0])  // fails: index 0 is out of range: the slice has the indices 2..<5
