import Learning

extension GridSource {
  /// What the title line and sentences call it.
  var title: String {
    switch self {
    case .preset(let preset): preset.title
    case .rows(let rows): "typed \(rows.extent.product)"
    }
  }
}

extension KernelSource {
  /// What the title line and sentences call it.
  var title: String {
    switch self {
    case .preset(let preset):
      preset.size == Extent(3) ? preset.title : "\(preset.title) \(preset.size.product)"
    case .rows(let rows): "typed \(rows.extent.product) kernel"
    }
  }
}

extension NumberSource {
  /// What was typed for a `what`: rows, or a name. `example` are rows.
  ///
  /// - Throws: ``LabRefusal`` for what is neither.
  init(typed text: String, _ what: String, such example: String) throws(LabRefusal) {
    let source = try LabRefusal.refusing { try NumberSource(parsing: text) }
    guard let source else {
      throw LabRefusal("no \(what) is called \(Echo.quote(text)): type rows such as \(example)")
    }
    self = source
  }
}

extension Grid {
  /// Typed rows.
  init(typed text: String) throws(LabRefusal) {
    do { try self.init(parsing: text) } catch { throw LabRefusal(error.description) }
  }
}

extension Range<Int> {
  /// `row 1`, `rows 1 to 3`; indices count from 0.
  func named(_ noun: String) -> String {
    count == 1 ? "\(noun) \(lowerBound)" : "\(noun)s \(lowerBound) to \(upperBound - 1)"
  }
}
