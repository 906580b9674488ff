let pair = (y: 5)  // error: cannot create a single-element tuple with an element label
// %%
print([1, (y: 5)])  // error: cannot create a single-element tuple with an element label
