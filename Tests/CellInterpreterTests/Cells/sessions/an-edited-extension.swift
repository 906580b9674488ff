// only in a session: a later cell's extension takes the earlier one's place
extension String {
    func framed() -> String { "<" + self + ">" }
    var doubled: String { self + self }
    static var mark: String { "!" }
}
func frame(_ text: String) -> String { text.framed() }
print("a".framed(), "a".doubled, String.mark)  // prints: <a> aa !
// %%
extension String {
    func framed() -> String { "[" + self + "]" }
    var doubled: String { self + "+" + self }
    static var mark: String { "?" }
}
print("a".framed(), "a".doubled, String.mark)  // prints: [a] a+a ?
// %%
print("a".framed(), frame("b"), "a".doubled, String.mark)  // prints: [a] [b] a+a ?
