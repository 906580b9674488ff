// only in a session: commands are no Swift
let count = 9
// %%
%reset
// %%
count                           // error: cannot find 'count' in scope
// %%
%nonsense                       // error: unknown command '%nonsense'
