#include "CThreadState.h"

_Thread_local struct thread_state thread_state_of_this_one = { .low_stack_size = UINTPTR_MAX };
