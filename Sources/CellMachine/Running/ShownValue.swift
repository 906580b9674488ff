package import CellValues

/// A value to show, with the type that the checker knows it by.
package struct ShownValue {
    package var value: CellValue
    package var type: CellType

    package init(value: CellValue, type: CellType) {
        self.value = value
        self.type = type
    }
}
