import Foundation

print("Head".uppercased(), "HEAD".lowercased())  // prints: HEAD head
print("name mover head".capitalized)  // prints: Name Mover Head
