print((0..<10).clamped(to: 5..<20), (0..<3).overlaps(2..<5))
print(max(0, min(12, 10)))
