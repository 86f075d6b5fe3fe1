#include "CKernels.h"

#include <stdint.h>

#define JOIN_(a, b) a##_##b
#define JOIN(a, b) JOIN_(a, b)

// 1/n!
static const double inverse_factorials[] = {
  1.0, 1.0, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880, 1.0 / 3628800,
  1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800.0, 1.0 / 87178291200.0,
};

// What differs by the element type. ROUNDING is 1.5 times 2 to the mantissa's bits; ln 2 is split so that small whole
// multiples of LN2_HIGH are exact; SERIES is the last power of the series for e^r. Beyond EXP_LIMIT e^x is infinite or 0,
// beyond TANH_LIMIT / 2 tanh x is 1.
#define BY_TYPE(single, twice) (sizeof(ELEMENT) == sizeof(float) ? (single) : (twice))
#define INTEGER __typeof__(__builtin_choose_expr(sizeof(ELEMENT) == sizeof(float), (int32_t)0, (int64_t)0))
#define ROUNDING BY_TYPE(12582912.0, 6755399441055744.0)
#define EXPONENT_BIAS BY_TYPE(127, 1023)
#define MANTISSA_BITS BY_TYPE(23, 52)
#define LN2_HIGH BY_TYPE(0.693359375, 6.93147180369123816490e-01)
#define LN2_LOW BY_TYPE(-2.12194440e-4, 1.90821492927058770002e-10)
#define SERIES BY_TYPE(8, 14)
#define EXP_LIMIT BY_TYPE(120, 800)
#define TANH_LIMIT BY_TYPE(20, 40)

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
  } \
  void strider_exp_##SUFFIX(ptrdiff_t n, ELEMENT *y, const ELEMENT *x) { CHOOSE(exp_##SUFFIX, n, y, x); } \
  void strider_tanh_##SUFFIX(ptrdiff_t n, ELEMENT *y, const ELEMENT *x) { CHOOSE(tanh_##SUFFIX, n, y, x); } \
  void strider_sigmoid_##SUFFIX(ptrdiff_t n, ELEMENT *y, const ELEMENT *x) { CHOOSE(sigmoid_##SUFFIX, n, y, x); } \
  void strider_relu_##SUFFIX(ptrdiff_t n, ELEMENT *y, const ELEMENT *x) { CHOOSE(relu_##SUFFIX, n, y, x); } \
  void strider_relu_back_##SUFFIX(ptrdiff_t n, ELEMENT *dx, const ELEMENT *dy, const ELEMENT *x) { \
    CHOOSE(relu_back_##SUFFIX, n, dx, dy, x); \
  } \
  void strider_product_back_##SUFFIX(ptrdiff_t n, ELEMENT *dx, const ELEMENT *dy, const ELEMENT *slope) { \
    CHOOSE(product_back_##SUFFIX, n, dx, dy, slope); \
  } \
  void strider_tanh_back_##SUFFIX(ptrdiff_t n, ELEMENT *dx, const ELEMENT *dy, const ELEMENT *y) { \
    CHOOSE(tanh_back_##SUFFIX, n, dx, dy, y); \
  } \
  void strider_sigmoid_back_##SUFFIX(ptrdiff_t n, ELEMENT *dx, const ELEMENT *dy, const ELEMENT *y) { \
    CHOOSE(sigmoid_back_##SUFFIX, n, dx, dy, y); \
  } \
  void strider_max2x2_##SUFFIX(ptrdiff_t planes, ptrdiff_t height, ptrdiff_t width, ELEMENT *y, \
                               int32_t *positions, const ELEMENT *x) { \
    CHOOSE(max2x2_##SUFFIX, planes, height, width, y, positions, x); \
  }

DEFINE(float, f32)
DEFINE(double, f64)
