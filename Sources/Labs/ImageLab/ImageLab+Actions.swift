import Learning
import TerminalUI

extension ImageLab {
  mutating func perform(_ action: ImageAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .example(let step): openExample(by: step)
    case .view(let step):
      let view = ImageScene.View.allCases.neighbour(of: settings.view, by: step)
      tryChange { scene in
        scene.view = view
        if view == .chain, scene.second == nil { scene.second = ImageScene.usualKernel }
      }
    case .picture(let step):
      let presets = PicturePreset.allCases
      let present: Int? =
        if case .preset(let preset) = settings.source { presets.firstIndex(of: preset) } else { nil }
      let next = presets.neighbour(ofIndex: present, by: step)
      tryChange { scene in
        scene.source = .preset(next)
        if !scene.hasColours { scene.channel = nil }
      }
    case .kernel(let step): changeKernel { try $0.neighbour(by: step) }
    case .second(let step): changeSecond(by: step)
    case .size(let step): changeKernel { try $0.larger(by: 2 * step) }
    case .sigma(let step): changeKernel { try $0.blurrier(by: step) }
    case .padding(let step): tryChange { try $0.pad(by: step) }
    case .stride(let step):
      let stride = settings.stride.height + step
      guard 1...8 ~= stride else {
        chrome.refuse("The keys take the stride from 1 to 8.")
        return nil
      }
      tryChange { $0.stride = Extent(stride) }
    case .channel(let step):
      guard settings.hasColours else {
        chrome.refuse("\(settings.source.title) is grey: it has one channel.")
        return nil
      }
      let channels = [nil] + ImageScene.Channel.allCases.map { $0 }
      let next = channels.neighbour(of: settings.channel, by: step)
      tryChange { $0.channel = next }
    case .shades:
      tryChange { $0.shades = ImageScene.Shades.allCases.following($0.shownShades) }
    case .close: tryChange { $0.isClose.toggle() }
    case .shift(let rows, let columns):
      guard settings.view == .shift else {
        chrome.refuse("The picture is shifted in the view shift: v goes on to it.")
        return nil
      }
      tryChange {
        $0.setShift(Position(row: $0.shift.row + rows, column: $0.shift.column + columns))
      }
    case .type:
      let text = settings.kernels.map(\.text).joined(separator: Self.then)
      prompt = Prompt(.kernels, LineEditor(prompt: "kernel:", text: text, limit: 4_000))
    }
    return nil
  }

  /// What parts two kernels that are typed.
  private static let then = " then "

  private mutating func changeKernel(_ edit: (PictureKernel) throws -> PictureKernel) {
    tryChange { $0.kernel = try edit($0.kernel) }
  }

  /// None comes before the first one, but for the view that shows both.
  private mutating func changeSecond(by step: Int) {
    let names = (settings.view == .chain ? [] : [nil]) + PictureKernel.names.map { $0 }
    let next = names.neighbour(ofIndex: names.firstIndex(of: settings.second?.family?.name), by: step)
    tryChange { $0.second = try next.map { name in try PictureKernel(parsing: name) } }
  }

  /// All rows stay shown where all were.
  mutating func settle(after before: ImageLab) {
    if before.timeline.isAtEnd { timeline.jump(to: timeline.count) }
  }

  var code: [TextOverlay.Block] { ImageCode.blocks(for: self) }
  var paragraph: String { ImageWords.paragraph(for: self) }

  mutating func moveFocus(by step: Int) { isCursorOpen.toggle() }
  mutating func openPane() { isCursorOpen = true }
  mutating func leavePane() -> Bool {
    defer { isCursorOpen = false }
    return isCursorOpen
  }

  func line(pasted text: String, for purpose: Purpose) -> String {
    switch purpose {
    case .kernels: PastedNumbers.rows(text)
    case .guess: text
    }
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .kernels:
      let parts = text.split(separator: "then").map { String($0).trimmed }
      guard 1...FilteredPicture.longestChain ~= parts.count else {
        throw LabRefusal("one kernel is typed, or two: gaussian then sobel-x")
      }
      try change { scene in
        scene.kernel = try PictureKernel(parsing: parts[0])
        scene.second = try parts.dropFirst().first.map { try PictureKernel(parsing: $0) }
        if scene.second == nil, scene.view == .chain { scene.view = .response }
      }
    case .guess(let prediction, let position): try judge(text, against: prediction, revealing: position)
    }
  }

}

extension PictureKernel {
  /// The next or previous kernel with a name.
  fileprivate func neighbour(by step: Int) throws -> PictureKernel {
    try PictureKernel(
      parsing: Self.names.neighbour(ofIndex: family.flatMap { Self.names.firstIndex(of: $0.name) }, by: step))
  }

  /// Larger by so many cells along each side.
  fileprivate func larger(by cells: Int) throws -> PictureKernel {
    guard name != nil else { throw LabRefusal("Typed numbers keep their size: t types others.") }
    let size = grid.height + cells
    guard 1...Self.longestSide ~= size else {
      throw LabRefusal("Kernels for pictures go from 1x1 to \(Extent(Self.longestSide).product).")
    }
    return try setting("size", to: "\(size)")
  }

  /// A Gaussian with the next sigma.
  fileprivate func blurrier(by step: Int) throws -> PictureKernel {
    guard family == .gaussian else { throw LabRefusal("Sigma belongs to a Gaussian: k goes on to it.") }
    let sigma = setting("sigma").flatMap { Numeral.parse($0) } ?? 1
    guard let next = [0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5].rung(from: sigma, by: step) else {
      throw LabRefusal("That is as far as the keys take sigma.")
    }
    return try setting("sigma", to: Numeral.exact(next))
  }
}

extension ImageScene {
  /// One zero more or less on each side; beyond seven as many as keep the size.
  fileprivate mutating func pad(by step: Int) throws {
    let choices: [PaddingChoice] = (0...7).map { .sides(Padding($0)) } + [.same]
    let present = choices.firstIndex(of: padding) ?? 0
    guard choices.indices.contains(present + step) else {
      throw LabRefusal(
        step > 0
          ? "With same the response is as large as the picture: P goes back." : "There is no padding.")
    }
    padding = choices[present + step]
  }
}
