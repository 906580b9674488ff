print(Int.max)
print(Int.min)
print(-9_223_372_036_854_775_808)
