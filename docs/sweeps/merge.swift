// Puts the parts of sweep.swift together; says which are missing, or are of another experiment.
import Foundation
import SwiftLens

let sweep = try HeadSweep(mergingPartsOf: ProcessInfo.processInfo.environment["PARTS"] ?? "parts/ioi")
try saveText(sweep.toCSV(), to: "ioi.csv")
for (method, map) in zip(sweep.methods, sweep.maps) {
    print(method, map)
}
