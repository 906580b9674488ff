// only in a session: a type is another one when what it names is
struct Inner { var a = 1 }
struct Outer { var inner = Inner() }
let old = Outer()
// %%
struct Inner { var a = 1; var b = 2 }
// %%
struct Outer { var inner = Inner() }
print(Outer().inner.b)  // prints: 2
// %%
print(old.inner.b)  // error: value of the 'Inner' of sessions/a-type-that-names-a-changed-one cell 1 has no member 'b'
