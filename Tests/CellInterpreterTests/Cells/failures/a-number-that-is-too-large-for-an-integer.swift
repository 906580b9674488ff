let x = [1e30][0]
print(Int(x))  // fails: 1e+30 cannot become an Int: it is out of range
