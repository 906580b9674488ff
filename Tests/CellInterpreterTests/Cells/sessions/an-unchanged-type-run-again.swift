// only in a session: a cell that is run again unchanged declares the same types
struct Setting { var layer = 1; var mode = Mode.fast }
enum Mode { case fast, slow }
func use(_ s: Setting) -> Int { s.layer }
let first = Setting()
// %%
struct Setting { var layer = 1; var mode = Mode.fast }
enum Mode { case fast, slow }
func use(_ s: Setting) -> Int { s.layer }
// %%
var all = [first]
all.append(Setting())
print(use(Setting()), use(first), first.mode == Mode.fast, all.count)  // prints: 1 1 true 2
let any: Any = first
print(any is Setting)  // prints: true
