import Learning

extension Formula {
  private enum Name: String, CaseIterable {
    case size, cells, span
    case neverTouched = "never_touched"
    case samePadding = "same_padding"
    case receptiveField = "receptive_field"
  }

  init(_ entry: Entry) throws(LessonProblem) {
    guard case .fields(let fields) = entry.content, fields.count == 1, let (key, _, value) = fields.first,
      let name = Name(rawValue: key)
    else {
      throw entry.expected("one of \(Name.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    switch name {
    case .size: self = .size(try Self.geometry(value))
    case .cells: self = .cells(try Self.geometry(value))
    case .neverTouched: self = .neverTouched(try Self.geometry(value))
    case .span: self = .span(try Self.axis(value))
    case .samePadding:
      let axis = try Self.axis(value)
      self = .samePadding(kernel: axis.kernel, dilation: axis.dilation)
    case .receptiveField:
      self = .receptiveField(try value.list { entry throws(LessonProblem) in try Self.axis(entry) })
    }
  }

  private static func geometry(_ entry: Entry) throws(LessonProblem) -> ConvolutionGeometry {
    let fields = try Fields(
      entry, of: "a size", known: ["input", "kernel", "padding", "stride", "dilation", "rule"])
    do {
      return try ConvolutionGeometry(
        input: fields.required("input").extent(), kernel: fields.required("kernel").extent(),
        padding: fields["padding"]?.extent() ?? Extent(0), stride: fields["stride"]?.extent() ?? Extent(1),
        dilation: fields["dilation"]?.extent() ?? Extent(1),
        rule: fields["rule"]?.word(SizeRule.self) ?? .floor)
    } catch let error as GeometryError {
      throw entry.problem(.formula(error.description))
    } catch let error as LessonProblem {
      throw error
    } catch {
      throw entry.problem(.formula("\(error)"))
    }
  }

  /// Kernel, stride and dilation of one layer; the input is as large as the kernel reaches.
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
    do { return try Extent(parsing: text()) } catch { throw expected("a size such as 7 or 7x9") }
  }
}
