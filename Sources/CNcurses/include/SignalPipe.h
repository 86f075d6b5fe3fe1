/* Signals as something to wait for: a handler notes the signal and writes one byte into a pipe. */
#ifndef STRIDER_SIGNAL_PIPE_H
#define STRIDER_SIGNAL_PIPE_H

/* Takes over SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP and SIGINT. Returns the end of the pipe to poll, or -1.
   SIGHUP, SIGINT and SIGTSTP stay ignored if they were. Once SIGTERM, SIGHUP or SIGINT has come, the process has two
   seconds; then, or when it is asked again, it ends here. */
int strider_signals_open(void);
/* Gives the signals back to whoever had them, unless the process has been asked to end. */
void strider_signals_close(void);
/* The signals noted since the last call, bit n for signal n; empties the pipe. */
unsigned strider_signals_take(void);
/* Stops this process as Ctrl-Z would; returns when it goes on. */
void strider_signals_stop_self(void);
/* Ends this process by `signal`, so that its parent sees why. */
void strider_signals_die(int signal);

#endif
