print(#"\d+\n"#)  // prints: \d+\n
let layer = 3
print(#"blocks.\#(layer).hook"#)  // prints: blocks.3.hook
print(#"a "quoted" word"#)  // prints: a "quoted" word
