import Learning

extension GridSource {
  /// What headings call it: a preset's title, or the size of typed numbers.
  var title: String {
    switch self {
    case .preset(let preset): preset.title
    case .rows(let grid): "a \(grid.extent.product) grid"
    }
  }
}

extension KernelSource {
  /// What headings call it: a preset's title, or the size of typed numbers.
  var title: String {
    switch self {
    case .preset(let preset): "the \(preset.title) kernel"
    case .rows(let grid): "a \(grid.extent.product) kernel"
    }
  }
}
