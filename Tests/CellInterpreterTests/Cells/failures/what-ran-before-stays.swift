var list = [1]
list.append(2)
print(list)  // prints: [1, 2]
// %%
list.append(3)
let i = 10
list[i] = 0  // fails: index 10 is out of range: the array has 3 elements
