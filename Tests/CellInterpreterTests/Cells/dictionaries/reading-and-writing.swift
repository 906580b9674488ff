var ages = ["Mary": 30]
ages["John"] = 25
print(ages["Mary"]!, ages["John"] ?? 0)
print(ages["Tom"] == nil, ages["Tom"] ?? -1)
print(ages.count)
