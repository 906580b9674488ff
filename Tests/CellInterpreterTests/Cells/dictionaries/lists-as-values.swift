var groups: [String: [Int]] = [:]
groups["even", default: []].append(2)
groups["even", default: []].append(4)
groups["odd"] = [1]
groups["odd"]?.append(3)
print(groups["even"]!, groups["odd"]!)  // prints: [2, 4] [1, 3]
