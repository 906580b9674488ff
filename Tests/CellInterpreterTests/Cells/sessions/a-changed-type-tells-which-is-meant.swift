// only in a session: a function keeps the type that it was declared with
struct Setting { var layer = 1 }
func use(_ s: Setting) -> Int { s.layer }
var settings = [Setting()]
// %%
struct Setting { var layer = 1; var head = 2 }
// %%
print(use(Setting()))  // error: 'use' takes the 'Setting' of sessions/a-changed-type-tells-which-is-meant cell 1, and 'Setting' has been declared anew since
// %%
settings.append(Setting())  // error: the 'Setting' of sessions/a-changed-type-tells-which-is-meant cell 1 is wanted here
// %%
func use(_ s: Setting) -> Int { s.head }
print(use(Setting()))  // prints: 2
// %%
print(use(settings[0]))  // error: this value is of the 'Setting' of sessions/a-changed-type-tells-which-is-meant cell 1
