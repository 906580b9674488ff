let words = ["a"]
print(words.cuont)  // error: value of type '[String]' has no member 'cuont'
