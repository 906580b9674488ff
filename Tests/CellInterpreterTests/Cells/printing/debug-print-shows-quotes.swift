debugPrint("text", 1)  // prints: "text" 1
debugPrint("tab\t")  // prints: "tab\t"
print(String(reflecting: "text"))  // prints: "text"
print(["quoted in arrays"])  // prints: ["quoted in arrays"]
