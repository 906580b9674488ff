/// Knows the library's types, so that values can be printed as these say.
package protocol HostTypes {
    /// The type that the library gives a value; nil when it has none for it.
    func type(of box: HostBox) -> NominalType?
}
