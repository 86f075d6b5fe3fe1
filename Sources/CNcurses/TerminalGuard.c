#define _GNU_SOURCE
#include "TerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

enum { undo_limit = 256 };

static struct sigaction before[_NSIG];
static struct termios settings;
static int has_settings;
/* Two texts, so that a crash while one is being written finds the other whole. */
static struct { char bytes[undo_limit]; size_t count; } undo[2];
static atomic_int current_undo;
/* Whether the terminal is ours and has to be given back. */
static atomic_int is_held;
static int is_chaining;
static int error_output = -1, error_memory = -1;
/* A stack overflow leaves no room for a handler on the stack itself. */
static char handler_stack[64 * 1024];

/* Whether a signal ends the process and nobody else looks after it. */
static int is_deadly(int signal_number) {
  switch (signal_number) {
    case SIGKILL: case SIGSTOP:
    case SIGCHLD: case SIGURG: case SIGWINCH: case SIGCONT:
    case SIGTSTP: case SIGTTIN: case SIGTTOU:
      return 0;
    /* SignalPipe.c */
    case SIGHUP: case SIGINT: case SIGTERM: case SIGALRM:
      return 0;
    default:
      /* The two below SIGRTMIN are the C library's own. */
      return signal_number <= SIGSYS || signal_number >= SIGRTMIN;
  }
}

/* Writes without waiting for a terminal that nobody reads: after a second, what it still holds makes room, because it is
   old by now. */
static void write_all(int descriptor, const char *bytes, size_t count) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags < 0) return;
  fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
  int waits = 0;
  while (count > 0) {
    ssize_t sent = write(descriptor, bytes, count);
    if (sent > 0) {
      bytes += sent;
      count -= (size_t)sent;
      continue;
    }
    if (sent < 0 && errno == EINTR) continue;
    if (sent == 0 || errno != EAGAIN || waits > 11) break;
    if (++waits > 10) tcflush(descriptor, TCOFLUSH);
    struct pollfd room = {.fd = descriptor, .events = POLLOUT};
    poll(&room, 1, 100);
  }
  fcntl(descriptor, F_SETFL, flags);
}

static void capture_errors(void) {
  if (!isatty(STDERR_FILENO)) return;
  error_output = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  error_memory = memfd_create("strider", MFD_CLOEXEC);
  if (error_output >= 0 && error_memory >= 0) dup2(error_memory, STDERR_FILENO);
}

static void release_errors(void) {
  if (error_output < 0) return;
  dup2(error_output, STDERR_FILENO);
  close(error_output);
  error_output = -1;
  if (error_memory < 0) return;
  char bytes[4096];
  ssize_t count;
  off_t offset = 0;
  while ((count = pread(error_memory, bytes, sizeof bytes, offset)) > 0) {
    write_all(STDERR_FILENO, bytes, (size_t)count);
    offset += count;
  }
  close(error_memory);
  error_memory = -1;
}

void strider_guard_give_back(void) {
  int saved_errno = errno;
  if (atomic_exchange(&is_held, 0)) {
    /* From the background this would stop us; we are on our way out. */
    sigset_t output, others;
    sigemptyset(&output);
    sigaddset(&output, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &output, &others);
    int text = atomic_load(&current_undo);
    write_all(STDOUT_FILENO, undo[text].bytes, undo[text].count);
    if (has_settings) tcsetattr(STDIN_FILENO, TCSANOW, &settings);
    release_errors();
    pthread_sigmask(SIG_SETMASK, &others, NULL);
  }
  errno = saved_errno;
}

static void crash(int signal_number) {
  strider_guard_give_back();
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  sigaction(signal_number, is_chaining ? &before[signal_number] : &standard, NULL);
  /* Pending until this handler returns, then fatal. */
  raise(signal_number);
}

void strider_guard_arm(void) {
  static int is_registered;
  if (!is_registered) {
    atexit(strider_guard_give_back);
    is_registered = 1;
  }
  has_settings = tcgetattr(STDIN_FILENO, &settings) == 0;
  /* The Swift runtime's own handler stops at a prompt when it can; only for those who ask for a backtrace. */
  is_chaining = getenv("SWIFT_BACKTRACE") != NULL;
  undo[0].count = 0;
  atomic_store(&current_undo, 0);
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  for (int i = 1; i < _NSIG; i++) {
    if (!is_deadly(i)) continue;
    struct sigaction action = {.sa_handler = crash, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    sigaction(i, NULL, &before[i]);
    if (before[i].sa_handler != SIG_IGN) sigaction(i, &action, NULL);
  }
  capture_errors();
  atomic_store(&is_held, 1);
}

int strider_guard_set_undo(const char *bytes, size_t count) {
  if (count > undo_limit) return -1;
  int next = 1 - atomic_load(&current_undo);
  memcpy(undo[next].bytes, bytes, count);
  undo[next].count = count;
  atomic_store(&current_undo, next);
  return 0;
}

void strider_guard_rest(void) {
  atomic_store(&is_held, 0);
  release_errors();
}

void strider_guard_resume(void) {
  capture_errors();
  atomic_store(&is_held, 1);
}

void strider_guard_disarm(void) {
  strider_guard_rest();
  for (int i = 1; i < _NSIG; i++) {
    if (is_deadly(i)) sigaction(i, &before[i], NULL);
  }
}
