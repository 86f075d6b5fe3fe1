/// Why shapes do not go together.
public enum ShapeError: Error, Equatable, Sendable {
  /// The elements do not fill the shape.
  case count(elements: Int, shape: [Int])
  /// A tensor has another number of axes than the operation needs.
  case rank(what: String, shape: [Int], expected: Int)
  /// Two lengths that must be equal are not.
  case mismatch(what: String, length: Int, expected: Int)
  /// Channels or filters that cannot be cut into that many equal groups.
  case groups(Int, what: String, number: Int)
  /// A length or step outside the limits.
  case range(what: String, value: Int, allowed: ClosedRange<Int>)
  /// The window, with its dilation, is larger than the padded input.
  case window(axis: String, span: Int, padded: Int)
  /// More elements than can be held.
  case size(shape: [Int])
}

extension ShapeError: CustomStringConvertible {
  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .count(let elements, let shape):
      "\(elements) elements do not fill the shape \(shape)"
    case .rank(let what, let shape, let expected):
      "the \(what) must have \(expected) axes, not the shape \(shape)"
    case .mismatch(let what, let length, let expected):
      "the \(what) is \(length) where \(expected) is needed"
    case .groups(let groups, let what, let number):
      "\(number) \(what) cannot be cut into \(groups) equal groups"
    case .range(let what, let value, let allowed):
      "the \(what) must lie in \(allowed.lowerBound)...\(allowed.upperBound), not be \(value)"
    case .window(let axis, let span, let padded):
      "the window spans \(span) cells of the \(axis) where the padded input has only \(padded)"
    case .size(let shape):
      "the shape \(shape) has too many elements"
    }
  }
}
