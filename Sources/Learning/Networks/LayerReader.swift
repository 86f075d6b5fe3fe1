/// Reads what follows the name of one layer.
struct LayerReader {
  private let name: NetworkParser.Word
  private let words: ArraySlice<NetworkParser.Word>
  private let place: NetworkNotationError.Place
  private var numbers: [NetworkParser.Word] = []
  private var values: [LayerKeyword: NetworkParser.Word] = [:]

  init(
    name: NetworkParser.Word, words: ArraySlice<NetworkParser.Word>, place: NetworkNotationError.Place
  ) {
    (self.name, self.words, self.place) = (name, words, place)
  }

  /// The layer that the words describe.
  mutating func layer() throws(NetworkNotationError) -> NetworkLayer {
    guard let layer = LayerName(name.text) else { throw error(name, .unknownLayer(name.text)) }
    try sort(for: layer)
    return switch layer {
    case .conv: try convolution()
    case .depthwise: try .depthwise(window(numbers.first, example: "DWCONV 3x3"), hasBias: hasBias)
    case .pool, .maximumPool: try pooling(.max)
    case .averagePool: try pooling(.average)
    case .sumPool: try pooling(.sum)
    case .l2Pool: try pooling(.l2)
    case .globalPool: .globalPooling(values[.max] == nil ? .average : .max)
    case .dense: .dense(units: try whole(numbers.first, "number of units") ?? 10, hasBias: hasBias)
    case .flatten: .flatten
    case .batchNormalisation: .batchNormalisation
    case .dropout: .dropout(rate: try number("rate", in: 0..<1, "0 up to 1, without 1 itself") ?? 0.5)
    case .linear: .activation(.linear)
    case .threshold: .activation(.threshold)
    case .sigmoid: .activation(.sigmoid)
    case .tanh: .activation(.tanh)
    case .relu: .activation(.relu)
    case .leaky:
      .activation(.leaky(slope: try number("slope", in: 0..<Double.infinity, "0 or more") ?? 0.01))
    case .parametric: .activation(.parametric)
    case .softmax: .activation(.softmax)
    }
  }

  // MARK: Layers

  private func convolution() throws(NetworkNotationError) -> NetworkLayer {
    var (filters, window) = (10, LayerWindow(3, padding: .zeros(1)))
    if let first = numbers.first {
      guard numbers.count > 1 else {
        // A lone size is more likely to lack the filters than a lone number.
        let isSize = first.text.contains { "xX×".contains($0) }
        throw error(
          first,
          .missingNumber(
            isSize ? "number of filters" : "size",
            example: isSize ? "CONV 10 \(first.text)" : "CONV \(first.text) 3x3"))
      }
      filters = try whole(first, "number of filters") ?? filters
      window = try self.window(numbers[1], example: "")
    } else {
      try apply(to: &window)
    }
    let groups = try whole(values[.groups], "number of groups") ?? 1
    guard filters.isMultiple(of: groups) else {
      throw error(values[.groups] ?? name, .groupsOfFilters(groups, filters: filters))
    }
    return .convolution(filters: filters, window, groups: groups, hasBias: hasBias)
  }

  private func pooling(_ kind: PoolingKind) throws(NetworkNotationError) -> NetworkLayer {
    let size = try numbers.first.map { (word) throws(NetworkNotationError) in try extent(word, "size") } ?? 2
    var window = LayerWindow(size, stride: size)
    try apply(to: &window)
    let word = values[.pad] ?? name
    switch window.padding {
    case .same: throw error(word, .sameInPooling)
    case .zeros(let zeros):
      let most = Extent(height: size.height / 2, width: size.width / 2)
      guard zeros.height <= most.height, zeros.width <= most.width else {
        throw error(word, .paddedTooMuch(zeros, window: size, most: most))
      }
    }
    return .pooling(kind, window, roundsUp: values[.ceil] != nil)
  }

  private func window(
    _ size: NetworkParser.Word?, example: String
  ) throws(NetworkNotationError) -> LayerWindow {
    guard let size else { throw error(name, .missingNumber("size", example: example)) }
    var window = LayerWindow(try extent(size, "size"))
    try apply(to: &window)
    return window
  }

  private func apply(to window: inout LayerWindow) throws(NetworkNotationError) {
    if let word = values[.stride] { window.stride = try extent(word, "stride") }
    if let word = values[.dilation] { window.dilation = try extent(word, "dilation") }
    guard let word = values[.pad] else { return }
    switch word.text.lowercased() {
    case "same": window.padding = .same
    case "valid": window.padding = .zeros(0)
    case _: window.padding = .zeros(try extent(word, "padding", least: 0))
    }
  }

  private var hasBias: Bool { values[.nobias] == nil }

  // MARK: Words

  /// Parts the words into the numbers behind the name, and keywords with their values.
  private mutating func sort(for layer: LayerName) throws(NetworkNotationError) {
    var rest = words
    while let word = rest.popFirst() {
      if word.text.first.map({ $0.isNumber || "+.".contains($0) }) == true {
        guard numbers.count < layer.numbers.count else {
          throw error(word, .surplusNumber(word.text, takes: layer.numbers))
        }
        numbers.append(word)
        continue
      }
      guard let keyword = LayerKeyword(rawValue: word.text.lowercased()), layer.keywords.contains(keyword)
      else {
        if LayerName(word.text) != nil { throw error(word, .missingComma(before: word.text)) }
        throw error(word, .unknownWord(word.text, known: layer.numbers + layer.keywords.map(\.rawValue)))
      }
      let isRepeated = values[keyword] != nil || keyword == .max && values[.average] != nil
      guard !isRepeated, keyword != .average || values[.max] == nil else {
        throw error(
          word, .repeatedWord(keyword == .max || keyword == .average ? "max or average" : word.text))
      }
      guard keyword.takesValue else {
        values[keyword] = word
        continue
      }
      guard let value = rest.popFirst() else { throw error(word, .missingValue(keyword.rawValue)) }
      values[keyword] = value
    }
  }

  private func extent(
    _ word: NetworkParser.Word, _ what: String, least: Int = 1
  ) throws(NetworkNotationError) -> Extent {
    let extent: Extent
    do {
      extent = try Extent(parsing: word.text.lowercased().replacing("×", with: "x"))
    } catch {
      switch error {
      case .malformed, .malformedPadding: throw self.error(word, .notASize(word.text, what: what))
      case .beyondLimit:
        throw self.error(word, .outOfRange(word.text, what: what, allowed: Self.range(least)))
      }
    }
    for side in [extent.height, extent.width] where !(least...Limits.side).contains(side) {
      throw error(word, .outOfRange(word.text, what: what, allowed: Self.range(least)))
    }
    return extent
  }

  private func whole(_ word: NetworkParser.Word?, _ what: String) throws(NetworkNotationError) -> Int? {
    guard let word else { return nil }
    guard !word.text.isEmpty, word.text.utf8.allSatisfy(Byte.isDigit) else {
      throw error(word, .notANumber(word.text, what: what, isWhole: true))
    }
    guard let number = Int(word.text), (1...Limits.side).contains(number) else {
      throw error(word, .outOfRange(word.text, what: what, allowed: Self.range(1)))
    }
    return number
  }

  private func number(
    _ what: String, in range: Range<Double>, _ allowed: String
  ) throws(NetworkNotationError) -> Double? {
    guard let word = numbers.first else { return nil }
    guard let number = Numeral.parse(word.text) else {
      throw error(word, .notANumber(word.text, what: what, isWhole: false))
    }
    guard range.contains(number) else {
      throw error(word, .outOfRange(word.text, what: what, allowed: allowed))
    }
    return number
  }

  private static func range(_ least: Int) -> String { "\(least) to \(Numeral.grouped(Limits.side))" }

  private func error(
    _ word: NetworkParser.Word, _ problem: NetworkNotationError.Problem
  ) -> NetworkNotationError {
    NetworkNotationError(column: word.column, in: place, problem)
  }
}
