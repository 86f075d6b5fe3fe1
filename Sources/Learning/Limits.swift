/// The largest things Strider accepts, so that every input is answered promptly and no size overflows.
public enum Limits {
  /// Largest input, kernel, padding, stride, dilation or size along one axis.
  public static let side = 1_000_000
  /// Most cells in a grid, whether typed, read from a file or computed.
  public static let cells = 1_000_000
  /// Most multiplications in one convolution or pooling, about ten seconds of work.
  public static let products = 10_000_000_000
  /// Most numbers held at once while a convolution is differentiated, about 400 MB.
  public static let differentiable = 50_000_000
  /// Largest file in bytes, 16 MB.
  public static let fileBytes = 16 * 1024 * 1024
  /// Largest file of pictures, images or weights in bytes, 256 MB.
  public static let dataBytes = 256 * 1024 * 1024
  /// Longest expression in characters.
  public static let expressionCharacters = 10_000
  /// Deepest nesting of an expression: parentheses, calls, signs and exponents.
  public static let expressionDepth = 200
  /// Longest run in steps, and the largest timeline position.
  public static let steps = 1_000_000
}
