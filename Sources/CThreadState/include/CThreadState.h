// What each thread has of its own. Swift has no variables of that kind, and asking the C library for one by a key costs as
// much as making a small value does.

#pragma once

#include <stdint.h>

struct thread_state {
    /// The session that the thread works for, which whoever put it here keeps alive; null for the process's own.
    const void *_Nullable session;
    /// The innermost `Fault.catching` that the thread is in; null for none.
    const void *_Nullable fault_scope;
    /// Whether the work at hand goes on though a stop was asked for.
    int ignores_stops;
    /// How many callers, further up the stack, release what it is too deep to release now.
    int releases_later;
    /// How many closures whose computations are recorded the thread is in, one within the other.
    int recordings;
    /// The part of the stack that is kept back, from its lowest address on; of size UINTPTR_MAX before it is known.
    uintptr_t low_stack_start;
    uintptr_t low_stack_size;
    /// How many bytes of small things may still be made before the limits are read again.
    intptr_t allowance;
};

/// At a distance from the thread's own address that is known when the program starts, so that it takes no call.
extern _Thread_local struct thread_state thread_state_of_this_one __attribute__((tls_model("initial-exec")));

static inline struct thread_state *_Nonnull thread_state_here(void) { return &thread_state_of_this_one; }
