/* Curses with wide characters, and functions for those of its macros and globals that are not imported. */
#ifndef STRIDER_CURSES_SHIMS_H
#define STRIDER_CURSES_SHIMS_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdio.h>
#include <wchar.h>

static inline WINDOW *strider_standard_window(void) { return stdscr; }
static inline int strider_colour_count(void) { return COLORS; }
static inline int strider_pair_count(void) { return COLOR_PAIRS; }
static inline FILE *strider_standard_input(void) { return stdin; }
static inline FILE *strider_standard_output(void) { return stdout; }

/* Named after the attributes; their own names are casts, which are not imported. */
static const attr_t strider_attribute_bold = A_BOLD;
static const attr_t strider_attribute_dim = A_DIM;
static const attr_t strider_attribute_underline = A_UNDERLINE;
static const attr_t strider_attribute_reverse = A_REVERSE;

/* One spacing character. The same as setcchar's result, without its detour over a string. */
static inline cchar_t strider_cell(uint32_t scalar, attr_t attributes, int pair) {
  cchar_t cell = {0};
  /* Pairs beyond 255 do not fit the attribute word; ext_color is what counts. */
  int low = pair > 255 ? 255 : pair;
  cell.attr = (attributes & ~(attr_t)A_COLOR) | ((attr_t)COLOR_PAIR(low) & A_COLOR);
  cell.chars[0] = (wchar_t)scalar;
  cell.ext_color = pair;
  return cell;
}

/* Columns that the C library, and so curses, gives a character; -1 when it has none in this locale. */
int strider_columns(uint32_t scalar);

#endif
