internal import CellHost

extension HostLibrary {
    /// The mistakes of method that cells are told about.
    func addLintRules() {
        lintRules = [
            .meanOverCoordinates, .halfIsDestruction, .emptyFilter, .filterOverAll, .titleAgainstScores, .retokenised,
            .inSample, .raggedEnd,
        ]
    }
}
