let byte = ([250] as [UInt8])[0]
print(byte &+ 10, byte / 3, byte % 7, byte >> 1, byte & 0x0F, ~byte, byte << 2)    // prints: 4 83 5 125 10 5 232
print(UInt8(3.9), UInt8("300") as Any, UInt8("30")!, UInt8(exactly: 256) as Any, UInt8(clamping: -4), UInt8(truncatingIfNeeded: 257))    // prints: 3 nil 30 nil 0 1
print(Int(byte) + 1, Double(byte), String(byte), String(byte, radix: 16), [byte], byte == 250, byte < 251)    // prints: 251 250.0 250 fa [250] true true
print([UInt8(1), 2, 3].max()!, Set([byte, byte]).count, UInt8.max, UInt.min, UInt32(7).isMultiple(of: 7))    // prints: 3 1 255 0 true
print(byte + 10)    // fails: 250 + 10 is outside of the range of UInt8
// %%
print(UInt8(-1 * Int(byte)))    // fails: -250 cannot become a UInt8: it is out of range
