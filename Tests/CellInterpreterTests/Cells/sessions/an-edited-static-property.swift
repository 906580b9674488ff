// only in a session: a later cell's extension takes the earlier one's place
struct Limits { static let most = 1 }
// %%
extension Limits { static let least = 2 }
print(Limits.least)  // prints: 2
// %%
extension Limits { static let least = 3 }
print(Limits.least, Limits.most)  // prints: 3 1
// %%
print(Limits.least)  // prints: 3
