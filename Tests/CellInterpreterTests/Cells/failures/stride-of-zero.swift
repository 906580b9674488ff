let step = [0][0]
for i in stride(from: 0, to: 5, by: step) {  // fails: stride(from:to:by:) needs a step other than 0
    print(i)
}
