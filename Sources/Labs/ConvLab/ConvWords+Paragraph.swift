import Learning

extension ConvWords {
  /// What is on screen, in one paragraph that needs no picture.
  static func paragraph(for lab: ConvLab) -> String {
    switch lab.picture {
    case .plane(let plane): plainParagraph(lab, plane)
    case .signal(let signal): signalParagraph(lab, signal)
    }
  }

  private static func plainParagraph(_ lab: ConvLab, _ plane: PlanePicture) -> String {
    let scene = lab.settings
    let geometry = plane.geometry
    var text =
      "A \(geometry.kernel.product) kernel (\(name(scene.kernel))) moves over a \(geometry.input.product) input "
      + "(\(name(scene.grid)))"
    text +=
      geometry.padded == geometry.input
      ? " without padding" : " with zeros around it, \(geometry.padded.product) in all"
    text += ", \(scene.stride == Extent(1) ? "one cell" : "\(scene.stride) cells") at a time"
    if scene.dilation != Extent(1) {
      text += ", its cells \(scene.dilation) apart so that it spans \(geometry.span.product)"
    }
    text +=
      scene.isFlipped
      ? ". It is turned by 180 degrees first: a true convolution. "
      : ". It is not turned: a cross-correlation. "
    guard let output = geometry.output else {
      return text
        + "The stride does not fit, \(geometry.formula), so under the exact rule there is no output."
    }
    text += "The output has \(output.product) cells, by \(geometry.formula); \(plane.leftOver). "
    if scene.bias != 0 { text += "A bias of \(Numeral.format(scene.bias)) is added to every sum. " }
    if scene.hasReLU { text += "ReLU turns negative results into 0. " }
    text += "Step \(lab.timeline.position) of \(lab.timeline.count)"
    if let active = lab.shownPosition, let step = try? plane.convolution.step(at: active),
      !lab.moment.isHidden
    {
      text += ": output row \(active.row), column \(active.column) is \(step.arithmetic(terms: 12))"
      if let finish = step.finish() { text += ", then \(finish)" }
    }
    text += ". Rows and columns count from 0."
    return text + backward(lab)
  }

  private static func backward(_ lab: ConvLab) -> String {
    guard let backward = lab.backward else { return "" }
    return " Going back, \(backward.steps) upstream gradients have been let in: the bias gradient is "
      + "\(Numeral.format(backward.partial.bias)), the kernel gradient is "
      + backward.partial.kernel.rows.map { $0.map { Numeral.format($0) }.joined(separator: " ") }
      .joined(separator: "; ") + "."
  }

  private static func signalParagraph(_ lab: ConvLab, _ signal: SignalPicture) -> String {
    let convolution = signal.convolution
    func list(_ numbers: some Sequence<Double>) -> String {
      numbers.map { Numeral.format($0) }.joined(separator: ", ")
    }
    var text =
      "The kernel \(list(convolution.kernel)) slides under the signal \(list(convolution.signal))"
      + (convolution.isFlipped
        ? ", read backwards: a true convolution. " : " as it is typed: a cross-correlation. ")
    text += "Mode \(convolution.mode.rawValue) has \(count(convolution.count, "step")). "
    text +=
      "Results so far: \(lab.timeline.position == 0 ? "none" : list(signal.output.prefix(lab.timeline.position)))."
    return text
  }
}
