/* wcwidth and memfd_create are hidden without this. */
#define _GNU_SOURCE
#include "CursesShims.h"

#include <sys/mman.h>

int strider_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int strider_memory_file(void) { return memfd_create("strider", MFD_CLOEXEC); }
