/// Where points of a plane and their classes come from.
public enum PointSource: Hashable, Sendable {
  /// A pattern with a name.
  case pattern(PointPattern)
  /// Points uniform in -1 ≤ x, y < 1: class 1 above y = f(x), class 0 on and below it.
  case function(Expression)
  /// Points as typed or read from a file.
  case points(LabelledPoints)

  /// Reads the name of a pattern, points as in `0,0,red;1,1,blue`, or a function of x such as `sin(3*x)/2`.
  ///
  /// - Throws: ``DataSetError``
  public init(parsing text: String) throws(DataSetError) {
    if let pattern = PointPattern(rawValue: text) {
      self = .pattern(pattern)
    } else if text.contains(";") {
      self = .points(try LabelledPoints(typed: text))
    } else {
      do { self = .function(try Expression(parsing: text, variables: ["x"])) } catch {
        let isName = text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        throw isName && text != "x" ? .unknownPattern(text) : .function(error)
      }
    }
  }

  /// The text that reads back as this source.
  public var text: String {
    switch self {
    case .pattern(let pattern): pattern.rawValue
    case .function(let function): function.source
    case .points(let points): points.text
    }
  }

  /// What headings call it.
  public var title: String {
    switch self {
    case .pattern(let pattern): pattern.rawValue
    case .function(let function): "y = \(function.source)"
    case .points(let points): Plural.count(points.count, "point")
    }
  }

  /// Whether the points are drawn by a generator, so that they have a number, noise and a seed.
  public var isDrawn: Bool { if case .points = self { false } else { true } }
}
