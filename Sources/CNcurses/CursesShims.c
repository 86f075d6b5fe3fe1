/* wcwidth is hidden without this. */
#define _GNU_SOURCE
#include "CursesShims.h"

int strider_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
