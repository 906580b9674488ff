let text = ["ab"][0]
print(Character(text))  // fails: Character(_:) takes a string of one character, got "ab"
