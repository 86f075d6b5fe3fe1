internal import CKernels

/// The inner loops that are compiled for several instruction sets, for either precision. See `CKernels.h`.
///
/// In Swift alone they would be held to the 128-bit registers of the portable baseline; the products run three to
/// four times faster with the registers most machines have.
enum Kernels {
  /// How many elements past a row's end may be read.
  static var slack: Int { Int(STRIDER_SLACK) }

  /// c[i, j] = Σₚ a[i, p] · b[p, j], or += if `adding`; i < rows, j < columns, p < inner.
  static func product<E: Precision>(
    rows: Int, columns: Int, inner: Int, _ a: UnsafePointer<E>, aRow: Int, aColumn: Int,
    _ b: UnsafePointer<E>, bRows: UnsafePointer<Int>, into c: UnsafeMutablePointer<E>, cRow: Int, adding: Bool
  ) {
    if E.self == Float.self {
      strider_product_f32(
        rows, columns, inner, single(a), aRow, aColumn, single(b), bRows, single(c), cRow, adding ? 1 : 0)
    } else {
      strider_product_f64(
        rows, columns, inner, double(a), aRow, aColumn, double(b), bRows, double(c), cRow, adding ? 1 : 0)
    }
  }

  /// c[i, j] += Σ a[page, i, p] · b[page, j, p] over pages and p; i < rows, j < columns, p < inner.
  static func dots<E: Precision>(
    pages: Int, rows: Int, columns: Int, inner: Int, _ a: UnsafePointer<E>, aPage: Int, aRow: Int,
    _ b: UnsafePointer<E>, bPage: Int, bRows: UnsafePointer<Int>, into c: UnsafeMutablePointer<E>, cRow: Int
  ) {
    if E.self == Float.self {
      strider_dots_f32(
        pages, rows, inner, columns, single(a), aPage, aRow, single(b), bPage, bRows, single(c), cRow)
    } else {
      strider_dots_f64(
        pages, rows, inner, columns, double(a), aPage, aRow, double(b), bPage, bRows, double(c), cRow)
    }
  }

  /// y[q] += Σⱼ rows[j, q − j · shift]; q < length, j < count.
  static func overlay<E: Precision>(
    _ rows: UnsafePointer<E>, row: Int, count: Int, shift: Int, onto y: UnsafeMutablePointer<E>, length: Int
  ) {
    if E.self == Float.self {
      strider_overlay_f32(length, single(y), single(rows), row, count, shift)
    } else {
      strider_overlay_f64(length, double(y), double(rows), row, count, shift)
    }
  }

  static func single<E>(_ p: UnsafePointer<E>) -> UnsafePointer<Float> {
    UnsafeRawPointer(p).assumingMemoryBound(to: Float.self)
  }
  static func single<E>(_ p: UnsafeMutablePointer<E>) -> UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer(p).assumingMemoryBound(to: Float.self)
  }
  static func double<E>(_ p: UnsafePointer<E>) -> UnsafePointer<Double> {
    UnsafeRawPointer(p).assumingMemoryBound(to: Double.self)
  }
  static func double<E>(_ p: UnsafeMutablePointer<E>) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(p).assumingMemoryBound(to: Double.self)
  }
}
