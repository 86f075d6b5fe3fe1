/// The sum of consecutive elements, in eight interleaved parts: fast, and rounded less than one running sum.
@specialized(where Element == Float)
@specialized(where Element == Double)
func sum<Element: Precision>(_ x: UnsafePointer<Element>, _ count: Int) -> Element {
  var parts = SIMD8<Element>.zero
  var i = 0
  while i + 8 <= count {
    parts += UnsafeRawPointer(x + i).loadUnaligned(as: SIMD8<Element>.self)
    i += 8
  }
  var total = parts.sum()
  while i < count {
    total += x[i]
    i += 1
  }
  return total
}

/// Whether no element is infinite or NaN: x · 0 is 0 for all others.
@specialized(where Element == Float)
@specialized(where Element == Double)
func areFinite<Element: Precision>(_ x: UnsafePointer<Element>, _ count: Int) -> Bool {
  var parts = SIMD8<Element>.zero
  var i = 0
  while i + 8 <= count {
    parts += UnsafeRawPointer(x + i).loadUnaligned(as: SIMD8<Element>.self) * 0
    i += 8
  }
  var total = parts.sum()
  while i < count {
    total += x[i] * 0
    i += 1
  }
  return total == 0
}
