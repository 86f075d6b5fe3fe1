#include "CKernels.h"

#define JOIN_(a, b) a##_##b
#define JOIN(a, b) JOIN_(a, b)

// The baseline: SSE2 on x86-64, NEON on arm64, both with sixteen or more registers of 128 bits.
#define TARGET
#define ROWS 4
#define PAIRS 2
#define ELEMENT float
#define LANES 4
#define NAME(x) JOIN(x, f32_baseline)
#include "kernels.inc"
#undef NAME
#undef LANES
#undef ELEMENT
#define ELEMENT double
#define LANES 2
#define NAME(x) JOIN(x, f64_baseline)
#include "kernels.inc"
#undef NAME
#undef LANES
#undef ELEMENT
#undef PAIRS
#undef ROWS
#undef TARGET

#ifdef __x86_64__

#define TARGET __attribute__((target("avx2,fma")))
#define ROWS 6
#define PAIRS 3
#define ELEMENT float
#define LANES 8
#define NAME(x) JOIN(x, f32_avx2)
#include "kernels.inc"
#undef NAME
#undef LANES
#undef ELEMENT
#define ELEMENT double
#define LANES 4
#define NAME(x) JOIN(x, f64_avx2)
#include "kernels.inc"
#undef NAME
#undef LANES
#undef ELEMENT
#undef PAIRS
#undef ROWS
#undef TARGET

#define TARGET __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,fma")))
#define ROWS 8
#define PAIRS 4
#define ELEMENT float
#define LANES 16
#define NAME(x) JOIN(x, f32_avx512)
#include "kernels.inc"
#undef NAME
#undef LANES
#undef ELEMENT
#define ELEMENT double
#define LANES 8
#define NAME(x) JOIN(x, f64_avx512)
#include "kernels.inc"
#undef NAME
#undef LANES
#undef ELEMENT
#undef PAIRS
#undef ROWS
#undef TARGET

// libgcc and compiler-rt fill in what `__builtin_cpu_supports` reads before any of this can run.
#define CHOOSE(function, ...) \
  (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw") \
     ? function##_avx512(__VA_ARGS__) \
   : __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? function##_avx2(__VA_ARGS__) \
                                                                     : function##_baseline(__VA_ARGS__))
#else
#define CHOOSE(function, ...) function##_baseline(__VA_ARGS__)
#endif

#define DEFINE(ELEMENT, SUFFIX) \
  void strider_product_##SUFFIX(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const ELEMENT *a, ptrdiff_t a_row, \
                                ptrdiff_t a_column, const ELEMENT *b, const ptrdiff_t *b_rows, ELEMENT *c, \
                                ptrdiff_t c_row, int accumulate) { \
    CHOOSE(product_##SUFFIX, m, n, k, a, a_row, a_column, b, b_rows, c, c_row, accumulate); \
  } \
  void strider_dots_##SUFFIX(ptrdiff_t pages, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const ELEMENT *a, \
                             ptrdiff_t a_page, ptrdiff_t a_row, const ELEMENT *b, ptrdiff_t b_page, \
                             const ptrdiff_t *b_rows, ELEMENT *c, ptrdiff_t c_row) { \
    CHOOSE(dots_##SUFFIX, pages, m, n, k, a, a_page, a_row, b, b_page, b_rows, c, c_row); \
  } \
  void strider_overlay_##SUFFIX(ptrdiff_t n, ELEMENT *y, const ELEMENT *rows, ptrdiff_t row, ptrdiff_t count, \
                                ptrdiff_t shift) { \
    CHOOSE(overlay_##SUFFIX, n, y, rows, row, count, shift); \
  }

DEFINE(float, f32)
DEFINE(double, f64)
