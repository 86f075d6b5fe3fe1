#include "CDigits.h"

// Standard since C23; clang knows it before, and remarks on it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char digits[] = {
#embed "digits.txt"
};

const unsigned char *strider_digits(size_t *count) {
  *count = sizeof digits;
  return digits;
}
