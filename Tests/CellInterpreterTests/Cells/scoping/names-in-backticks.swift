let `default` = 3
enum Kind { case `in`, out }
print(`default`, Kind.in)  // prints: 3 in
