let letter: Character = "k"
switch letter {
case "a"..."m": print("first half")  // prints: first half
case "n"..."z": print("second half")
default: print("none")
}
switch letter {
case "a"..<"k": print("before")
default: print("behind")  // prints: behind
}
