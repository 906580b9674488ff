let least = [Int.min][0]
print(-least)  // fails: -(-9223372036854775808) is outside of the range of Int
