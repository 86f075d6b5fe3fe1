#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// The inner loops that are worth compiling for more than one instruction set. They are chosen at run time by
// what the processor has (AVX-512, AVX2 with FMA, or the baseline), so that one portable binary is fast everywhere.
// Everything is row-major; `float` and `double` have the same functions.

/// How many elements past the end of each row of `b` (and of `a` in `dots`) may be read. Their values are not used,
/// except by `dots`, which multiplies them: there one of the two factors must be zero and the other finite.
#define STRIDER_SLACK 32

/// c[i, j] = Σₚ a[i, p] · b[p, j], or += if `accumulate`; i < m, j < n, p < k.
///
/// a[i, p] stands at a[i * a_row + p * a_column], so that a transposed factor needs no copy; row p of b starts at
/// b[b_rows[p]], so that the rows of an unfolded image may overlap in memory; row i of c at c[i * c_row].
void strider_product_f32(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, ptrdiff_t a_row, ptrdiff_t a_column,
                         const float *b, const ptrdiff_t *b_rows, float *c, ptrdiff_t c_row, int accumulate);
void strider_product_f64(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const double *a, ptrdiff_t a_row, ptrdiff_t a_column,
                         const double *b, const ptrdiff_t *b_rows, double *c, ptrdiff_t c_row, int accumulate);

/// c[i, j] += Σ over pages and p of a[page, i, p] · b[page, j, p]; i < m, j < k, p < n: all pairs of row products.
///
/// Row i of a stands at a[page * a_page + i * a_row], row j of b at b[page * b_page + b_rows[j]].
void strider_dots_f32(ptrdiff_t pages, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, ptrdiff_t a_page,
                      ptrdiff_t a_row, const float *b, ptrdiff_t b_page, const ptrdiff_t *b_rows, float *c,
                      ptrdiff_t c_row);
void strider_dots_f64(ptrdiff_t pages, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const double *a, ptrdiff_t a_page,
                      ptrdiff_t a_row, const double *b, ptrdiff_t b_page, const ptrdiff_t *b_rows, double *c,
                      ptrdiff_t c_row);

/// y[q] += Σⱼ rows[j * row + q − j * shift]; q < n, j < count: rows laid over one another, each a shift further.
void strider_overlay_f32(ptrdiff_t n, float *y, const float *rows, ptrdiff_t row, ptrdiff_t count, ptrdiff_t shift);
void strider_overlay_f64(ptrdiff_t n, double *y, const double *rows, ptrdiff_t row, ptrdiff_t count, ptrdiff_t shift);

/// y[i] = e^x[i], within four units in the last place; infinities, 0 and NaN where they belong. y may be x.
void strider_exp_f32(ptrdiff_t n, float *y, const float *x);
void strider_exp_f64(ptrdiff_t n, double *y, const double *x);

/// y[i] = tanh x[i], likewise.
void strider_tanh_f32(ptrdiff_t n, float *y, const float *x);
void strider_tanh_f64(ptrdiff_t n, double *y, const double *x);

/// y[i] = 1 / (1 + e^-x[i]), likewise.
void strider_sigmoid_f32(ptrdiff_t n, float *y, const float *x);
void strider_sigmoid_f64(ptrdiff_t n, double *y, const double *x);

/// y[i] = x[i] <= 0 ? 0 : x[i]
void strider_relu_f32(ptrdiff_t n, float *y, const float *x);
void strider_relu_f64(ptrdiff_t n, double *y, const double *x);

/// dx[i] += dy[i] * (x[i] <= 0 ? 0 : 1)
void strider_relu_back_f32(ptrdiff_t n, float *dx, const float *dy, const float *x);
void strider_relu_back_f64(ptrdiff_t n, double *dx, const double *dy, const double *x);

/// dx[i] += dy[i] * slope[i]
void strider_product_back_f32(ptrdiff_t n, float *dx, const float *dy, const float *slope);
void strider_product_back_f64(ptrdiff_t n, double *dx, const double *dy, const double *slope);

/// dx[i] += dy[i] * (1 - y[i]^2)
void strider_tanh_back_f32(ptrdiff_t n, float *dx, const float *dy, const float *y);
void strider_tanh_back_f64(ptrdiff_t n, double *dx, const double *dy, const double *y);

/// dx[i] += dy[i] * y[i] * (1 - y[i])
void strider_sigmoid_back_f32(ptrdiff_t n, float *dx, const float *dy, const float *y);
void strider_sigmoid_back_f64(ptrdiff_t n, double *dx, const double *dy, const double *y);

/// The largest of each 2x2 cells of every plane, and where it stands in x; the first in row order wins a tie, and a NaN
/// over all that follow it. An odd last row or column is left out.
void strider_max2x2_f32(ptrdiff_t planes, ptrdiff_t height, ptrdiff_t width, float *y, int32_t *positions,
                        const float *x);
void strider_max2x2_f64(ptrdiff_t planes, ptrdiff_t height, ptrdiff_t width, double *y, int32_t *positions,
                        const double *x);

#endif
