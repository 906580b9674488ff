// only in a session: what swiftc makes of them are values of 'Any?'
let a = [0.5].first ?? 0  // error: '??' of a list of 'Double' that is written there and a literal 'Int' is an optional 'Any'; write both as one type
// %%
let loss = 0.5
let b = [loss, 1].first ?? -1  // error: '??' of a list of 'Double' that is written there and a literal 'Int' is an optional 'Any'; write both as one type
// %%
let rate = 0.5
let c = (["a": rate]["a"] ?? 0, 1)  // error: '??' of a list of 'Double' that is written there and a literal 'Int' is an optional 'Any'; write both as one type
// %%
let half = 0.5
print([half * 2].last ?? 0, [[half].reversed().first ?? 0])  // error: '??' of a list of 'Double' that is written there and a literal 'Int' is an optional 'Any'; write both as one type
// %%
let weight = 0.5
print("\(([weight] + [1]).first ?? 0)")  // error: '??' of a list of 'Double' that is written there and a literal 'Int' is an optional 'Any'; write both as one type
// %%
let share = 0.5
let d = [1, 2].map { _ in [share].filter { _ in true }.first ?? 0 }  // error: '??' of a list of 'Double' that is written there and a literal 'Int' is an optional 'Any'; write both as one type
// %%
let letter = Character("a")
let e = [letter].first ?? "b"  // error: '??' of a list of 'Character' that is written there and a literal 'String' is an optional 'Any'; write both as one type
// %%
let step = 0.5
let f = [[step]].first ?? [1]  // error: '??' of a list of '[Double]' that is written there and a literal '[Int]' is an optional 'Any'; write both as one type
