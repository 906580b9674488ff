print("abc".utf8, Array("aé".utf8), "aé".utf8.count, "é".unicodeScalars.count, Array("é".utf16))    // prints: abc [97, 195, 169] 3 1 [233]
var sum = 0
for byte in "abc".utf8 { sum += Int(byte) }
print(sum, "a".utf8.first!, "ab".utf8.last!, "a".utf8.contains(97))    // prints: 294 97 98 true
print(Character("z").asciiValue!, Character("é").asciiValue as Any, Character("a").asciiValue! + 1)    // prints: 122 nil 98
print(Character(UnicodeScalar(Character("a").asciiValue! + 2)), "b".unicodeScalars.first!.value)    // prints: c 98
print("é".unicodeScalars.first!, Array("ab".unicodeScalars), "é".unicodeScalars.last as Any)    // prints: é ["a", "b"] Optional("\u{00E9}")
print((-5).magnitude, Int((-7).magnitude) + 1, Int.min.magnitude)    // prints: 5 8 9223372036854775808
// %%
let code: Int = Character("z").asciiValue!    // error: cannot convert value of type 'UInt8' to specified type 'Int'
let size: Int = (-5).magnitude    // error: cannot convert value of type 'UInt' to specified type 'Int'
var total = 0
for byte in "abc".utf8 { total += byte }    // error: binary operator '+=' cannot be applied to operands of type 'Int' and 'UInt8'
