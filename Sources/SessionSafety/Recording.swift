internal import CThreadState

/// Whether what the current thread computes is recorded, so that gradients can go back through it.
package enum Recording {
    /// How many closures that are recorded the thread is in, one within the other.
    package static var depth: Int {
        get { Int(thread_state_here().pointee.recordings) }
        set { thread_state_here().pointee.recordings = Int32(newValue) }
    }
}
