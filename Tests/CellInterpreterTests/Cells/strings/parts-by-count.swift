let name = "blocks.3.attn"
print(name.prefix(6), name.suffix(4))  // prints: blocks attn
print(name.dropFirst(7), name.dropLast(5))  // prints: 3.attn blocks.3
print(name.prefix { $0 != "." })  // prints: blocks
print(String(name.reversed()))  // prints: ntta.3.skcolb
