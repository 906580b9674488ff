let flag = "🇫🇷"
print(flag.count, "é".count, "naïve".count)  // prints: 1 1 5
print("e\u{301}" == "é")  // prints: true
print("日本語".count, "日本語".utf8.count)  // prints: 3 9
