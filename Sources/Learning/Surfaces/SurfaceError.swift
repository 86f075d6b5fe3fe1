/// Why there is no such ``Surface``, or no such place on it.
public enum SurfaceError: InputError {
  /// There is no surface with this name.
  case unknown(String)
  /// The expression cannot be read.
  case expression(ExpressionError)
  /// Only some surfaces can be turned and stretched.
  case notQuadratic(SurfaceKind)
  /// A typed expression cannot be turned and stretched.
  case typedIsFixed
  /// An angle that is not finite.
  case rotation(String)
  /// A condition number out of its range.
  case condition(String)
  /// Not two finite numbers.
  case point(String)
  /// Noise that is negative or not finite.
  case noise(String)

  /// Who has to change something.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .unknown(let name):
      "there is no surface \(Echo.quote(name)); there are \(SurfaceKind.allCases.map(\.rawValue).joined(separator: ", "))"
    case .expression(let error):
      error.description
    case .notQuadratic(let kind):
      "\(kind.rawValue) cannot be turned or stretched; \(Self.quadratics) can"
    case .typedIsFixed:
      "a typed expression cannot be turned or stretched; \(Self.quadratics) can"
    case .rotation(let text):
      "the rotation must be a finite number of degrees, not \(Echo.quote(text))"
    case .condition(let text):
      "the condition number must be from 1 to 1,000,000, not \(Echo.quote(text))"
    case .point(let text):
      "\(Echo.quote(text)) is not a point: write x,y with finite numbers\(SurfacePoint.advice(on: text))"
    case .noise(let text):
      "the noise must be a finite number of at least 0, not \(Echo.quote(text))"
    }
  }

  private static var quadratics: String {
    SurfaceKind.allCases.filter { $0.quadratic != nil }.map(\.rawValue).joined(separator: ", ")
  }
}
