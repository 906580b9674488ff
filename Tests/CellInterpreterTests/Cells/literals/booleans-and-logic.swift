let isOn = true
let isOff = !isOn
print(isOn, isOff)  // prints: true false
print(isOn && isOff, isOn || isOff)  // prints: false true
var flag = false
flag.toggle()
print(flag)  // prints: true
