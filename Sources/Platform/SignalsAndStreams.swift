#if canImport(Glibc)
    @preconcurrency internal import Glibc
#else
    @preconcurrency internal import Darwin
#endif

/// Has `handler` called for a signal; calls of the system that it interrupts go on.
package func handle(_ signal: Int32, with handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    #if canImport(Glibc)
        action.__sigaction_handler.sa_handler = handler
    #else
        action.__sigaction_u.__sa_handler = handler
    #endif
    action.sa_flags = Int32(SA_RESTART)
    sigaction(signal, &action, nil)
}

/// Has the C library send each line of the standard output on its way when it ends.
package func sendOutputByLine() { setvbuf(stdout, nil, _IOLBF, 0) }

/// Has the C library take no more of the standard input than it is asked for.
package func takeInputByNeed() { setvbuf(stdin, nil, _IONBF, 0) }
