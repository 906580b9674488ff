enum Kind { case head, mlp }
let kind = Kind.head
switch kind {
case headx: print(1)  // error: cannot find 'headx' in scope
}
