// Each call of a chain is looked at once, however long the chain is.
let name = "Ann"
let result = name
    .lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased()
    .lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased()
    .lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased()
    .lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased().uppercased().lowercased()
print(result)       // prints: ann
