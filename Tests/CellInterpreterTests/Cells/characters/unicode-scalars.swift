let letter: Unicode.Scalar = "a"
let sign: UnicodeScalar = "é"
print(letter, letter.value, sign.isASCII, letter == "a")  // prints: a 97 false true
print(Unicode.Scalar(66 as UInt8), Character(Unicode.Scalar(99)), type(of: letter))  // prints: B c Scalar
let all: [Unicode.Scalar] = Array("hé".unicodeScalars)
print(all.map { $0.value }, [Unicode.Scalar]().count)  // prints: [104, 233] 0
print("ab".unicodeScalars.contains("b"))  // prints: true
