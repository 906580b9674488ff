enum ParseError: Error { case empty, badCharacter(Character, at: Int) }
struct Refused: Error { var code = 7 }
let errors: [any Error] = [ParseError.empty, ParseError.badCharacter("?", at: 3), Refused()]
for error in errors { print(error) }  // prints: empty
// prints: badCharacter("?", at: 3)
// prints: Refused(code: 7)
