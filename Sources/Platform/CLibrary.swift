// The system's C library, under one name wherever this runs. What differs between systems beyond its name stands in this
// room, too, so that no other asks which one it is on.

#if canImport(Glibc)
    @_exported public import Glibc
#else
    @_exported public import Darwin
#endif

/// Whether this is macOS, for the few paths that differ there.
package var isMacOS: Bool {
    #if os(macOS)
        true
    #else
        false
    #endif
}
