let text = "a"
print(-text)  // error: unary operator '-' cannot be applied to an operand of type 'String'
