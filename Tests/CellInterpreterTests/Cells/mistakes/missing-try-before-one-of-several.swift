// Which function is meant doesn't depend on the missing mark.
func half(_ number: Int) throws -> Int { number / 2 }
func half(_ text: String) throws -> String { String(text.prefix(text.count / 2)) }
print(half("word"))  // error: call can throw but is not marked with 'try'
