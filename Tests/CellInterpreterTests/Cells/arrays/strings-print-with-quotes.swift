print(["a", "b"])
print([["x"], []])
print(["line\nbreak", "quote\""])
