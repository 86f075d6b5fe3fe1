#define _GNU_SOURCE
#include "SignalPipe.h"
#include "TerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGINT, SIGALRM};
enum { watched_count = sizeof watched / sizeof *watched };

static struct sigaction before[watched_count];
static atomic_uint noted;
static int pipe_ends[2] = {-1, -1};
/* The signal that asked the program to end; 0 before. */
static volatile sig_atomic_t ending;
/* Seconds in which the program may do so in its own way. */
enum { patience = 2 };

static unsigned bit(int signal) { return 1u << signal; }

static void note(int signal) {
  int saved_errno = errno;
  int is_request = signal == SIGTERM || signal == SIGHUP || signal == SIGINT;
  /* Asked to end a second time, or for too long: the program is busy, or writes to a terminal that nobody reads. A lost
     terminal sends SIGHUP more than once, which is no second request. */
  if (signal == SIGALRM || (is_request && ending != 0 && signal != SIGHUP)) {
    strider_guard_give_back();
    strider_signals_die(ending != 0 ? ending : signal);
  }
  if (is_request && ending == 0) {
    ending = signal;
    alarm(patience);
  }
  atomic_fetch_or(&noted, bit(signal));
  const char byte = 0;
  /* A full pipe wakes the reader just as well. */
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = saved_errno;
}

int strider_signals_open(void) {
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  atomic_store(&noted, 0);
  ending = 0;
  sigset_t ours;
  sigemptyset(&ours);
  for (size_t i = 0; i < watched_count; i++) {
    sigaddset(&ours, watched[i]);
    /* An interrupted write would tear a frame; poll returns early all the same. */
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    sigaction(watched[i], NULL, &before[i]);
    int may_stay_ignored = watched[i] == SIGHUP || watched[i] == SIGINT || watched[i] == SIGTSTP;
    if (may_stay_ignored && before[i].sa_handler == SIG_IGN) continue;
    sigaction(watched[i], &action, NULL);
  }
  /* Whoever started us may have had them blocked. */
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
  return pipe_ends[0];
}

void strider_signals_close(void) {
  /* Who has been asked to end stays so until the end. */
  if (pipe_ends[0] < 0 || ending != 0) return;
  for (size_t i = 0; i < watched_count; i++) sigaction(watched[i], &before[i], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

unsigned strider_signals_take(void) {
  char bytes[64];
  /* First the pipe, then the notes: a signal in between leaves its byte and wakes the next poll. */
  while (read(pipe_ends[0], bytes, sizeof bytes) == (ssize_t)sizeof bytes) {
  }
  return atomic_exchange(&noted, 0);
}

void strider_signals_stop_self(void) {
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

void strider_signals_die(int signal_number) {
  signal(signal_number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal_number);
  raise(signal_number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  _exit(128 + signal_number);
}
