/* What Swift cannot reach by itself: curses' macros and globals, terminfo, signals, and the way back out of a
   crash. Only the NcursesBackend target imports this. */
#ifndef STRIDER_CNCURSES_H
#define STRIDER_CNCURSES_H

#include "CursesShims.h"
#include "SignalPipe.h"
#include "TerminalGuard.h"
#include "Terminfo.h"

#endif
