let n: Int { 1 }  // error: 'let' declarations cannot be computed properties
// %%
struct Head { let layer: Int { 0 } }  // error: 'let' declarations cannot be computed properties
