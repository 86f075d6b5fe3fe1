import Learning

extension Formula {
  private enum Name: String, CaseIterable {
    case gradient, average, optimizer, size, cells
    case neverTouched = "never_touched"
    case span
    case samePadding = "same_padding"
    case receptiveField = "receptive_field"
  }

  init(_ entry: Entry) throws(LessonProblem) {
    switch entry.content {
    case .text: self = .expression(try entry.line())
    case .list:
      self = .expressions(try entry.list { item throws(LessonProblem) in try item.line() })
    case .fields(let fields):
      guard fields.count == 1, let (key, _, value) = fields.first, let name = Name(rawValue: key) else {
        let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
        throw entry.expected("an expression or one of \(names)")
      }
      self = try Self.named(name, value)
    }
  }

  private static func named(_ name: Name, _ entry: Entry) throws(LessonProblem) -> Formula {
    switch name {
    case .gradient: return try gradient(entry)
    case .average: return try average(entry)
    case .optimizer: return try optimizer(entry)
    case .size: return .size(try geometry(entry))
    case .cells: return .cells(try geometry(entry))
    case .neverTouched: return .neverTouched(try geometry(entry))
    case .span: return .span(try axis(entry))
    case .samePadding:
      let axis = try axis(entry)
      return .samePadding(kernel: axis.kernel, dilation: axis.dilation)
    case .receptiveField:
      return .receptiveField(try entry.list { layer throws(LessonProblem) in try axis(layer) })
    }
  }

  private static func gradient(_ entry: Entry) throws(LessonProblem) -> Formula {
    let fields = try Fields(entry, of: "a gradient", known: ["of", "by", "at"])
    let point = try fields.required("at").understood { text in try VariableValues.parse(text) }
    let source = try fields.required("of")
    return .gradient(
      of: try source.understood { text in try Expression(parsing: text) },
      by: try fields.required("by").line(),
      at: point)
  }

  private static func average(_ entry: Entry) throws(LessonProblem) -> Formula {
    let fields = try Fields(entry, of: "an average", known: ["start", "beta", "data"])
    let start = try fields.required("start").word(AverageStart.self)
    let average = try fields.required("beta").understood { text in
      try MovingAverage(beta: MovingAverage.beta(parsing: text), start: start)
    }
    return .average(average, data: try fields.required("data").numbers())
  }

  private static func optimizer(_ entry: Entry) throws(LessonProblem) -> Formula {
    let fields = try Fields(entry, of: "an optimizer", known: ["rule", "from", "gradients", "take"])
    let rule = try fields.required("rule").understood { text in try OptimizerConfiguration(parsing: text) }
    guard let take = try fields["take"]?.word(Take.self) else {
      throw entry.problem(.missing(field: "take", of: "an optimizer"))
    }
    return .optimizer(
      rule, from: try fields["from"]?.number() ?? 0, gradients: try fields.required("gradients").numbers(),
      takesStep: take == .step)
  }

  private enum Take: String, CaseIterable {
    case place, step
  }

  private static func geometry(_ entry: Entry) throws(LessonProblem) -> ConvolutionGeometry {
    let fields = try Fields(
      entry, of: "a size", known: ["input", "kernel", "padding", "stride", "dilation", "rule"])
    let (input, kernel) = (try fields.required("input").extent(), try fields.required("kernel").extent())
    let padding = try fields["padding"]?.understood { text in try Padding(parsing: text) } ?? 0
    let stride = try fields["stride"]?.extent() ?? Extent(1)
    let dilation = try fields["dilation"]?.extent() ?? Extent(1)
    let rule = try fields["rule"]?.word(SizeRule.self) ?? .floor
    do {
      return try ConvolutionGeometry(
        input: input, kernel: kernel, padding: padding, stride: stride, dilation: dilation, rule: rule)
    } catch {
      throw entry.problem(.formula(error.description))
    }
  }

  /// Kernel, stride and dilation of one layer. The same rule pads any input until the kernel fits.
  private static func axis(_ entry: Entry) throws(LessonProblem) -> ConvolutionAxis {
    let fields = try Fields(entry, of: "a layer", known: ["kernel", "stride", "dilation"])
    let kernel = try fields.required("kernel").integer()
    let stride = try fields["stride"]?.integer() ?? 1
    let dilation = try fields["dilation"]?.integer() ?? 1
    do {
      return try ConvolutionAxis(input: 1, kernel: kernel, stride: stride, dilation: dilation, rule: .same)
    } catch {
      throw entry.problem(.formula(error.description))
    }
  }
}

extension Entry {
  /// `7` or `7x9`, height first.
  func extent() throws(LessonProblem) -> Extent {
    try understood { text in try Extent(parsing: text) }
  }

  /// `10 12 9`
  func numbers() throws(LessonProblem) -> [Double] {
    try understood { text in try NumberColumn(typed: text).numbers }
  }

  /// What `read` makes of the line; its complaint is passed on with the place.
  func understood<Value>(_ read: (String) throws -> Value) throws(LessonProblem) -> Value {
    let text = try line()
    do { return try read(text) } catch { throw problem(.formula("\(error)")) }
  }
}
