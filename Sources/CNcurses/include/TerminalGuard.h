/* Gives the terminal back when the process dies without passing through Swift: traps, bad pointers, abort, exit, and
   every other signal that ends a process. */
#ifndef STRIDER_TERMINAL_GUARD_H
#define STRIDER_TERMINAL_GUARD_H

#include <stddef.h>

/* Remembers the terminal's settings and takes over the signals that end a process, but for those of SignalPipe.h. Call before curses changes anything.
   Standard error, if it is the terminal, goes to memory meanwhile and is shown when the terminal is given back. */
void strider_guard_arm(void);
/* The bytes that undo what has been sent to the terminal: at most 256, longer ones are refused with -1. */
int strider_guard_set_undo(const char *bytes, size_t count);
/* Undoes everything, once, whoever calls first. Safe in a signal handler. */
void strider_guard_give_back(void);
/* For a pause in which the terminal is already in order: nothing to undo, standard error is itself again. */
void strider_guard_rest(void);
/* After a pause. */
void strider_guard_resume(void);
/* Ends the guard: nothing to undo any more, the signals are their owners'. */
void strider_guard_disarm(void);

#endif
