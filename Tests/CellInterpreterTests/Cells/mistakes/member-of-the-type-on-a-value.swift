struct Limits { static let most = 10 }
print(Limits().most)  // error: value of type 'Limits' has no member 'most'
