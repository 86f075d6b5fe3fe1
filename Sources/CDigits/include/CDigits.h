#ifndef CDIGITS_H
#define CDIGITS_H

#include <stddef.h>

/// The text of digits.txt, which lies in the program itself; `count` becomes its length in bytes.
const unsigned char *strider_digits(size_t *count);

#endif
