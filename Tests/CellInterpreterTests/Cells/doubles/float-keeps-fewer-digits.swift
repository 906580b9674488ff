let third: Float = 1.0 / 3
print(third)
print(Double(Float(0.1)))
print(Float(0.1) + Float(0.2))
