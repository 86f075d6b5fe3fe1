import Learning

/// What the picture lab says.
enum ImageWords {
  private static func text(_ value: Double) -> String { Numeral.format(value) }
  private static func title(_ kernel: PictureKernel) -> String { Echo.escape(kernel.title) }

  static func text(_ padding: PaddingChoice) -> String {
    switch padding {
    case .sides(let sides): sides.description
    case .same: "same"
    }
  }

  /// `face 64x64 · gaussian, then sobel-x`.
  static func subject(of lab: ImageLab) -> String {
    let kernels = lab.settings.kernels.map(title).joined(separator: ", then ")
    let size = lab.chrome.isCovered ? "" : " \(lab.picture.filtered.picture.extent.product)"
    return "\(Echo.escape(lab.settings.source.title))\(size) · \(kernels)"
  }

  /// What stands above a picture, and its size.
  static func label(of pane: ImagePicture.Pane, in lab: ImageLab) -> [String] {
    let (settings, isTurn) = (lab.settings, lab.settings.view == .turn)
    let name = { (kernel: PictureKernel) in kernel.family?.name ?? kernel.title }
    let words =
      switch pane.kind {
      case .picture: settings.channel.map { "the picture's \($0.rawValue)" } ?? "picture"
      case .moved: isTurn ? "picture, turned" : "picture, shifted"
      case .first: "after \(name(settings.kernel))"
      case .response:
        settings.view == .chain ? "then \(name(settings.second ?? settings.kernel))" : "response"
      case .movedResponse: isTurn ? "turn, then filter" : "shift, then filter"
      case .expected: isTurn ? "filter, then turn" : "filter, then shift"
      case .difference: "difference"
      }
    return lab.chrome.isCovered ? [words] : [words, pane.size.product]
  }

  /// What stands below a picture, the most important first.
  static func caption(
    of pane: ImagePicture.Pane, in lab: ImageLab, hasHues: Bool, isComplete: Bool
  ) -> [String] {
    let white = lab.picture.filtered.picture.maximum
    guard pane.kind != .picture, pane.kind != .moved else { return ["0 black", "\(white) white"] }
    guard isComplete, let range = pane.range else { return pane.range == nil ? ["nothing to compare"] : [] }
    if pane.kind == .difference, !lab.picture.differs { return ["0 everywhere inside"] }
    var parts = ["\(text(range.lowerBound)) to \(text(range.upperBound))"]
    if pane.isSigned {
      parts.append(
        hasHues && lab.picture.filtered.picture.channels.count == 1 ? "blue below 0" : "mid-grey is 0")
    } else if lab.settings.shownShades == .size, pane.kind != .first {
      parts.append("0 black")
    } else if range.lowerBound < 0 || range.upperBound > Double(white) {
      parts.append("cut at 0 and \(white)")
    }
    return parts
  }

  // MARK: The numbers under the cursor

  static func arithmetic(for lab: ImageLab) -> [ArithmeticLine] {
    let response = lab.picture.response
    let names = lab.channelNames
    // One channel's sum may go on in a second row, where there is one.
    let area = lab.chromeLayout.arithmetic
    let rows = names.count == 1 && area.height >= 3 ? 2 : 1
    var lines = names.indices.map { channel in
      let step = response.step(at: lab.cursor, channel: channel)
      let sum = ArithmeticLine.longest(
        of: min(12, step.window.cells.count), columns: rows * (area.width - ArithmeticLine.indent - 8),
        in: lab.chrome.display
      ) { terms in
        let sum = step.arithmetic(digits: 4, terms: terms)
        return lab.isMade ? sum : sum.dropLast(text(step.sum).count) + "?"
      }
      return ArithmeticLine(names.count == 1 ? "sum" : names[channel], sum)
    }
    if let moved = lab.picture.moved, let line = comparison(moved, lab) {
      lines.append(line)
    } else if !lab.chrome.isCovered {
      let geometry = response.geometries[response.kernels.count - 1]
      lines.append(
        ArithmeticLine(
          "size", "\(geometry.formula); this is row \(lab.cursor.row), column \(lab.cursor.column)"))
    }
    return lines
  }

  /// The number under the cursor beside the one that the other order gives there.
  private static func comparison(_ moved: MovedResponse, _ lab: ImageLab) -> ArithmeticLine? {
    guard lab.isMade, let origin = moved.origin(of: lab.cursor) else { return nil }
    guard moved.rows.contains(lab.cursor.row), moved.columns.contains(lab.cursor.column) else {
      return ArithmeticLine("other", "not compared: the window sees what the shift brought in or the padding")
    }
    let (value, other) = (
      moved.moved.response[0][lab.cursor], moved.still.response[0][origin]
    )
    let difference = abs(value - other) <= lab.picture.rounding ? 0 : value - other
    return ArithmeticLine(
      "other",
      "before the \(lab.settings.view.rawValue) at \(origin): \(text(other)); \(text(value)) - "
        + "\(Numeral.factor(other)) = \(text(difference))")
  }

  // MARK: What to look at

  /// What to look at: true of what is on the screen.
  static func hint(for lab: ImageLab) -> String {
    let (settings, picture) = (lab.settings, lab.picture)
    guard lab.timeline.isAtEnd else {
      return "Watch for the rows: a window goes along each, and every stop makes one number."
    }
    var plain = settings
    plain.cursor = nil
    plain.isClose = false
    if let example = ImageExample.all.first(where: { $0.scene.at(step: 0) == plain }) {
      return example.watchFor.asSentence
    }
    switch settings.view {
    case .response: return evenAreas(picture.filtered)
    case .chain:
      return "Watch for the reach: a number at the end sees \(picture.filtered.reach.product) pixels."
    case .shift: return shiftHint(lab)
    case .turn: return turnHint(lab)
    }
  }

  private static func evenAreas(_ filtered: FilteredPicture) -> String {
    let sum = filtered.kernels.reduce(1) { $0 * $1.sum }
    if filtered.kernels.contains(where: \.isBalanced) {
      return "Watch for even areas: the weights add up to 0, so nothing answers there."
    }
    if abs(sum - 1) < 1e-9 {
      return "Watch for even areas: the weights add up to 1, so they keep their brightness."
    }
    return "Watch for even areas: the weights add up to \(text(sum)), so they come out times that."
  }

  private static func shiftHint(_ lab: ImageLab) -> String {
    guard let moved = lab.picture.moved, moved.isComparable else {
      return "Watch for the shift: it leaves no window that sees the old picture alone."
    }
    if !lab.picture.differs {
      return moved.isWhole
        ? "Watch for the difference: none; it does not matter which comes first."
        : "Watch for the difference: none here, though stride and shift do not fit."
    }
    return "Watch for the difference: the shift is no multiple of the stride."
  }

  private static func turnHint(_ lab: ImageLab) -> String {
    guard let moved = lab.picture.moved, moved.isComparable else {
      return "Watch for the sizes: the two responses differ in them, so nothing is compared."
    }
    let isSame = moved.still.kernels.allSatisfy(\.isSameTurned)
    switch (lab.picture.differs, isSame) {
    case (false, true): return "Watch for the difference: none; the kernel is the same when turned."
    case (false, false): return "Watch for the difference: none in this picture, though the kernel turns."
    case (true, false): return "Watch for the difference: the kernel would have to be turned as well."
    case (true, true):
      return "Watch for the difference: turned, padding and stride fall on other rows."
    }
  }

  // MARK: In words

  static func paragraph(for lab: ImageLab) -> String {
    let (settings, picture) = (lab.settings, lab.picture)
    let filtered = picture.filtered
    var sentences = [
      "The picture \(Echo.escape(settings.source.title)), \(filtered.picture.extent.product) pixels (height x width), "
        + "\(lab.channelNames.joined(separator: ", ")), 0 is black and \(filtered.picture.maximum) white."
    ]
    if case .file(let file) = settings.source, let size = file.size, size != filtered.picture.extent {
      sentences.append("The file has \(size.product) pixels; each one here is the mean of a square of them.")
    }
    let kernels = settings.kernels.map {
      "\(title($0)) (\($0.grid.extent.product), weights adding up to \(text($0.sum)))"
    }
    sentences.append(
      "It is filtered with \(kernels.joined(separator: ", then ")), padding \(text(settings.padding)), stride \(settings.stride)."
    )
    switch settings.view {
    case .response, .chain:
      sentences.append("The response has \(filtered.extent.product) numbers.")
      if lab.timeline.isAtEnd {
        let ranges = lab.channelNames.indices.map {
          "\(lab.channelNames[$0]) \(text(filtered.minima[$0])) to \(text(filtered.maxima[$0]))"
        }
        sentences.append("They go from their lowest to their highest: \(ranges.joined(separator: "; ")).")
      } else {
        sentences.append("\(lab.timeline.position) of \(lab.timeline.count) rows are made.")
      }
    case .shift, .turn:
      let name =
        settings.view == .turn
        ? "turned by 90° clockwise"
        : "shifted by \(settings.shift.row) down and \(settings.shift.column) to the right"
      sentences.append("The picture is \(name) and filtered, beside the response \(name).")
      if lab.timeline.isAtEnd {
        sentences.append(
          picture.moved?.isComparable != true
            ? "There is nothing to compare."
            : picture.differs
              ? "Where they are compared, they differ by up to \(text(picture.largestDifference))."
              : "Where they are compared, they are the same.")
      }
    }
    if lab.isMade {
      let step = picture.response.step(at: lab.cursor, channel: 0)
      sentences.append(
        "The number at row \(lab.cursor.row), column \(lab.cursor.column)"
          + (lab.channelNames.count > 1 ? " of \(lab.channelNames[0])" : "") + " is \(text(step.sum)).")
    }
    return sentences.joined(separator: " ")
  }
}

extension ImagePicture {
  /// Differences up to this come from the order in which products are added.
  var rounding: Double { 1e-9 * max(largest, 1e-300) }
  /// Whether the two orders give different numbers.
  var differs: Bool { largestDifference > rounding }
}
