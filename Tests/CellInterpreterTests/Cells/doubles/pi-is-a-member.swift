print(Double.pi)  // prints: 3.141592653589793
let area = Double.pi * 2 * 2
print((area * 100).rounded() / 100)  // prints: 12.57
print(-Double.pi < 0)  // prints: true
