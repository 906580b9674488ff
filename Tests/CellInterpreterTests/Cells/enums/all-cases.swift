enum Method: CaseIterable { case zero, mean, resample }
for method in Method.allCases {
    print(method)  // prints: zero
    // prints: mean
    // prints: resample
}
print(Method.allCases.count)  // prints: 3
