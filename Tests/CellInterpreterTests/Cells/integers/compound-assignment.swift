var n = 10
n += 5
print(n)  // prints: 15
n -= 3
print(n)  // prints: 12
n *= 2
print(n)  // prints: 24
n /= 5
print(n)  // prints: 4
n %= 3
print(n)  // prints: 1
n <<= 4
print(n)  // prints: 16
