let low = [5][0]
for i in low..<3 {  // fails: the lower bound of a range cannot be above its upper bound: 5 and 3
    print(i)
}
