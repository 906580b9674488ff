func search(_ target: Int, in list: [Int]) -> Int {
    func step(_ low: Int, _ high: Int) -> Int {
        if low > high { return -1 }
        let middle = (low + high) / 2
        if list[middle] == target { return middle }
        return list[middle] < target ? step(middle + 1, high) : step(low, middle - 1)
    }
    return step(0, list.count - 1)
}
print(search(7, in: [1, 3, 5, 7, 9]), search(2, in: [1, 3]))  // prints: 3 -1
