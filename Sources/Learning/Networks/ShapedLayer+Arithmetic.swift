import Autodiff

/// Each number of a layer with the numbers put in that it is made of.
extension ShapedLayer {
  /// How the shape comes about: `floor((32 + 2·0 - 5) / 1) + 1 = 28; 6 filters make 6 maps`.
  public var shapeArithmetic: String {
    switch layer {
    case .convolution(let filters, _, let groups, _):
      let each = groups == 1 ? "" : ", each of \(Plural.count(input.features / groups, "channel"))"
      return "\(sides); \(Plural.count(filters, "filter")) make\(filters == 1 ? "s" : "") "
        + Plural.count(filters, "map") + each
    case .depthwise: return "\(sides); one filter for each of \(Plural.count(input.features, "channel"))"
    case .pooling: return "\(sides); each of \(Plural.count(input.features, "map")) for itself"
    case .globalPooling: return "one number for each of \(Plural.count(input.features, "map"))"
    case .dense(let units, _):
      let before = flattened.map { "\($0), flattened; " } ?? ""
      return before + "\(Plural.count(units, "unit")) \(units == 1 ? "gives" : "give") "
        + Plural.count(units, "number")
    case .flatten: return flattened ?? "\(output): the vector stays as it is"
    case .batchNormalisation, .dropout, .activation: return "\(output): the shape stays"
    }
  }

  /// How many numbers are learned: `6·(5·5·1 + 1) = 156`.
  public var parameterArithmetic: String {
    let result = " = \(Numeral.grouped(parameters))"
    switch layer {
    case .convolution(_, _, _, let hasBias), .depthwise(_, let hasBias):
      let shape = tensors[0].shape
      let kernel = "\(shape[2])·\(shape[3])·\(shape[1])"
      return "\(shape[0])·" + (hasBias ? "(\(kernel) + 1)" : kernel) + result
    case .dense(let units, let hasBias):
      let inputs = tensors[0].shape[1]
      return "\(units)·" + (hasBias ? "(\(inputs) + 1)" : "\(inputs)") + result
    case .batchNormalisation: return "2·\(input.features)\(result): a scale and a shift for each"
    case .activation(.parametric): return "1: the slope"
    case .pooling, .globalPooling, .flatten, .dropout, .activation: return "0: nothing is learned"
    }
  }

  /// How many products with weights an image takes: `28·28·6 cells of 5·5·1 = 117,600`.
  public var productArithmetic: String {
    switch layer {
    case .convolution, .depthwise:
      let shape = tensors[0].shape
      let cells = output.sizes.map(String.init).joined(separator: "·")
      return "\(cells) cells of \(shape[2])·\(shape[3])·\(shape[1]) = \(Numeral.grouped(multiplyAdds))"
    case .dense(let units, _):
      return "\(Plural.count(units, "unit")) of \(tensors[0].shape[1]) = \(Numeral.grouped(multiplyAdds))"
    case .pooling, .globalPooling, .flatten, .batchNormalisation, .dropout, .activation:
      return "0: no products with weights of a kernel or a unit"
    }
  }

  /// How far a cell sees: `6 + (5 - 1)·2 = 14`.
  public var fieldArithmetic: String {
    switch receptiveField {
    case .all(let volume): return "all of the \(volume) input"
    case .number: return "one number of the input"
    case .window(let rows, let columns):
      guard let window, case .window(let rowsBefore, let columnsBefore) = fieldBefore else {
        return "\(receptiveField): as before"
      }
      let (height, width) = (
        Self.growth(rowsBefore, window.size.height, window.dilation.height, rows),
        Self.growth(columnsBefore, window.size.width, window.dilation.width, columns)
      )
      return height == width ? height : "rows \(height); columns \(width)"
    }
  }

  /// The window of a convolution or pooling.
  public var window: LayerWindow? {
    switch layer {
    case .convolution(_, let window, _, _), .depthwise(let window, _), .pooling(_, let window, _): window
    case .globalPooling, .dense, .flatten, .batchNormalisation, .dropout, .activation: nil
    }
  }

  /// `5·5·16 = 400`, where maps become a vector.
  private var flattened: String? {
    guard case .maps(let extent, let channels) = input, let count = input.count else { return nil }
    return "\(extent.height)·\(extent.width)·\(channels) = \(Numeral.grouped(count))"
  }

  private var sides: String {
    guard let geometry else { return "" }
    let (rows, columns) = (geometry.rows.formula, geometry.columns.formula)
    return rows == columns ? rows : "rows \(rows); columns \(columns)"
  }

  private static func growth(
    _ before: ReceptiveField, _ size: Int, _ dilation: Int, _ after: ReceptiveField
  ) -> String {
    let dilation = dilation == 1 ? "" : "\(dilation)·"
    return "\(before.size) + \(dilation)(\(size) - 1)·\(before.jump) = \(after.size)"
  }
}

extension NetworkField: CustomStringConvertible {
  /// `14x14`, or `all` of the input.
  public var description: String {
    switch self {
    case .window(let rows, let columns): Extent(height: rows.size, width: columns.size).product
    case .number: "1"
    case .all: "all"
    }
  }
}
