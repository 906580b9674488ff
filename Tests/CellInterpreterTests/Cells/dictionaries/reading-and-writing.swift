var ages = ["Mary": 30]
ages["John"] = 25
print(ages["Mary"]!, ages["John"] ?? 0)  // prints: 30 25
print(ages["Tom"] == nil, ages["Tom"] ?? -1)  // prints: true -1
print(ages.count)  // prints: 2
