internal import CellHost

extension StandardLibrary {
    /// What people know of Swift's library and Foundation, and cells do not have: told by its name, with the way round.
    static func registerLeftOut(in library: HostLibrary) {
        registerLeftOutTypes(in: library)
        let parts = "a part of a text: text.prefix(n), text.dropFirst(n); a character: Array(text)[i]"
        library.leaveOut("String.Index Substring.Index", parts)
        library.leaveOut("Dictionary.Index Set.Index ClosedRange.Index", "make an array of it: Array(…)[i]")
        let places = [
            "startIndex", "endIndex", "index", "indices", "firstIndex", "lastIndex", "range", "distance",
            "formIndex",
        ]
        for owner in ["String", "Substring"] {
            for place in places { library.leaveOut("\(owner).\(place)", parts) }
            for change in ["insert", "remove", "removeSubrange", "replaceSubrange"] {
                library.leaveOut("\(owner).\(change)", "change an array of its characters: var letters = Array(text)")
            }
        }
        for owner in ["Array", "ArraySlice", "String", "Substring", "Set", "Dictionary", "Range", "ClosedRange"] {
            library.leaveOut("\(owner).makeIterator \(owner).Iterator", "go over it with 'for … in'")
        }
    }

    private static func registerLeftOutTypes(in library: HostLibrary) {
        library.leaveOut("Int8 Int16 Int32 Int64 UInt64 Int128 UInt128", "whole numbers are Int")
        library.leaveOut("Float16 Float80 Decimal CGFloat", "numbers with a fraction are Double")
        library.leaveOut("ContiguousArray CollectionOfOne EmptyCollection IndexSet", "write an array: [Int]")
        library.leaveOut("IteratorProtocol AnyIterator IndexingIterator", "go over it with 'for … in'")
        library.leaveOut("sequence", "write a loop that appends to an array")
        library.leaveOut("Result", "throw an error, and catch it with do/catch or 'try?'")
        library.leaveOut("KeyPath WritableKeyPath AnyKeyPath PartialKeyPath", "write a closure: { $0.name }")
        library.leaveOut("StaticString", "write String")
        library.leaveOut("AnyHashable", "write a type whose values have a hash, such as String")
        library.leaveOut("AnyObject AnyClass", "classes are outside of the subset; write Any")
        library.leaveOut("Mirror", "print the value")
        library.leaveOut("UnsafePointer UnsafeMutablePointer UnsafeBufferPointer UnsafeRawPointer", "write an array")
        library.leaveOut("Data", "bytes are [UInt8]")
        library.leaveOut(
            "Duration ContinuousClock", "seconds are Double: Date().timeIntervalSince(start)")
        library.leaveOut("DateFormatter NumberFormatter Calendar Locale", "write String(format:)")
        library.leaveOut("Regex NSRegularExpression", "search with contains, split and replacing")
    }
}
