let letter: Character = "a"
let digit: Character = "7"
print(letter.isLetter, letter.isNumber, digit.isNumber)  // prints: true false true
print(digit.wholeNumberValue!, letter.uppercased())  // prints: 7 A
print(letter.isUppercase, letter.isLowercase)  // prints: false true
print((" " as Character).isWhitespace, ("." as Character).isPunctuation)  // prints: true true
