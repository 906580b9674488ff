let first = "Mary"
let second = "John"
print(first + " and " + second)  // prints: Mary and John
print(first == "Mary", first != second, second < first)  // prints: true true true
var sentence = first
sentence += " went"
sentence.append(" home")
print(sentence)  // prints: Mary went home
print(sentence.count, sentence.isEmpty, "".isEmpty)  // prints: 14 false true
