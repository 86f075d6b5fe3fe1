/* wcwidth is hidden without this. */
#define _XOPEN_SOURCE 700
#include "CursesShims.h"

int strider_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
