#include "Terminfo.h"

#include <ncurses.h>
#include <term.h>
#include <string.h>

/* The description that was current before, if a screen is open. */
static TERMINAL *before;

int strider_terminfo_open(const char *name) {
  /* Otherwise curses might hand out the open screen's own description. */
  before = set_curterm(NULL);
  int status = -1;
  int result = setupterm(name, 1, &status) == OK ? 1 : status;
  if (result != 1) set_curterm(before);
  return result;
}

void strider_terminfo_close(void) {
  TERMINAL *opened = set_curterm(before);
  if (opened != NULL) del_curterm(opened);
}

int strider_terminfo_number(const char *capability) { return tigetnum(capability); }

/* Padding looks like $<20/>; it is a matter of serial lines. */
static int copy_without_padding(const char *source, char *text, size_t room) {
  size_t count = 0;
  while (*source != '\0') {
    const char *end = source[0] == '$' && source[1] == '<' ? strchr(source, '>') : NULL;
    if (end != NULL) {
      source = end + 1;
      continue;
    }
    if (count >= room) return -1;
    text[count++] = *source++;
  }
  return (int)count;
}

int strider_terminfo_string(const char *capability, char *text, size_t room) {
  const char *source = tigetstr(capability);
  if (source == NULL || source == (char *)-1) return -1;
  return copy_without_padding(source, text, room);
}

int strider_terminfo_move(int row, char *text, size_t room) {
  const char *pattern = tigetstr("cup");
  if (pattern == NULL || pattern == (char *)-1) return -1;
  const char *source = tiparm(pattern, row, 0);
  return source == NULL ? -1 : copy_without_padding(source, text, room);
}
