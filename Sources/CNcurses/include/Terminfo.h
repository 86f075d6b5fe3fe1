/* The terminal database, read without opening a screen. */
#ifndef STRIDER_TERMINFO_H
#define STRIDER_TERMINFO_H

#include <stddef.h>

/* Makes the description of `name` current: 1 when there is one, 0 when there is none, -1 without a database. */
int strider_terminfo_open(const char *name);
/* Forgets the description opened last. */
void strider_terminfo_close(void);
/* A numeric capability of the current description; negative when it has none. */
int strider_terminfo_number(const char *capability);
/* Copies a string capability without its padding marks. Returns its length, or -1 when there is none or no room. */
int strider_terminfo_string(const char *capability, char *text, size_t room);
/* Copies what moves the cursor to the start of `row`, likewise. */
int strider_terminfo_move(int row, char *text, size_t room);

#endif
