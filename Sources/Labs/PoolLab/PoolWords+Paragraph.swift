import Learning

extension PoolWords {
  /// What is on screen, in one paragraph that needs no picture.
  static func paragraph(for lab: PoolLab) -> String {
    let (scene, picture) = (lab.settings, lab.picture)
    let geometry = picture.geometry
    let input = "a \(geometry.input.product) input (\(ConvWords.name(scene.grid)))"
    var text =
      picture.pooling.isGlobal
      ? "One window covers \(input): global pooling. "
      : "A \(geometry.kernel.product) window moves over \(input)\(surroundings(picture)), "
        + "\(scene.stride == Extent(1) ? "one cell" : "\(scene.stride) cells") at a time. "
    text += "Of each window \(result(scene.kind)) is kept. "
    guard let output = geometry.output else {
      return text
        + "The stride does not fit, \(geometry.formula), so under the exact rule there is no output."
    }
    text += "The output has \(output.product) cells, by \(geometry.formula); \(picture.leftOver). "
    text += "Step \(lab.timeline.position) of \(lab.timeline.count)"
    if let active = lab.shownPosition, let step = picture.step(at: active), !lab.moment.isHidden {
      text += ": output row \(active.row), column \(active.column) is \(arithmetic(step))"
    }
    text += ". Rows and columns count from 0."
    return text + backward(lab)
  }

  private static func surroundings(_ picture: PoolPicture) -> String {
    guard picture.geometry.padded != picture.geometry.input else { return " without padding" }
    let padding = picture.pooling.kind == .max ? "padding that never wins" : "zeros"
    return " with \(padding) around it, \(picture.geometry.padded.product) in all"
  }

  private static func result(_ kind: PoolingKind) -> String {
    switch kind {
    case .max: "the largest number"
    case .average: "the mean"
    case .sum: "the sum"
    case .l2: "the root of the sum of squares"
    }
  }

  private static func backward(_ lab: PoolLab) -> String {
    guard let gradients = lab.gradients else { return "" }
    let rows = gradients.partial.rows.map { $0.map { Numeral.format($0) }.joined(separator: " ") }
    return
      " Going back, \(ConvWords.count(gradients.steps, "upstream gradient")) let in so far: the input gradient is "
      + rows.joined(separator: "; ") + "."
  }
}
