let word = "hello world".split(separator: " ")[0]
print(word + "!", word + word, "<" + word, word + String(1))    // prints: hello! hellohello <hello hello1
print(type(of: word + "!"), type(of: "ab" + word))    // prints: Substring String
