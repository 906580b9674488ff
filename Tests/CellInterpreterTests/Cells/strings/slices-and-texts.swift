let word = "hello world".split(separator: " ")[0]
print(word + "!", word + word, "<" + word, word + String(1))    // prints: hello! hellohello <hello hello1
let text: String = word + "!"
print(text, type(of: word + "!"), type(of: "a" + word))    // prints: hello! Substring String
