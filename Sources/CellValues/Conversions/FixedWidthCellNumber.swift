/// The whole numbers besides Int, which the standard library's own members give and take.
package protocol FixedWidthCellNumber: FixedWidthInteger, HostObject {
    static var cellName: String { get }
}

extension UInt8: FixedWidthCellNumber { package static var cellName: String { "UInt8" } }
extension UInt16: FixedWidthCellNumber { package static var cellName: String { "UInt16" } }
extension UInt32: FixedWidthCellNumber { package static var cellName: String { "UInt32" } }
extension UInt: FixedWidthCellNumber { package static var cellName: String { "UInt" } }
