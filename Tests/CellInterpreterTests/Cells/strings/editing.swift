var text = "abc"
text.removeLast()
print(text)  // prints: ab
text.removeFirst()
print(text)  // prints: b
text.append("!")
text += "?"
print(text)  // prints: b!?
text.removeAll()
print(text.isEmpty)  // prints: true
