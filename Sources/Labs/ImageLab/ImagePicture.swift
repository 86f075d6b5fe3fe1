import Learning
import TerminalUI

/// What follows from the settings alone: responses and what they look like.
struct ImagePicture: SettingsPicture {
  /// A picture on the screen.
  struct Pane: Equatable, Sendable {
    /// What it shows.
    enum Kind: Equatable, Sendable {
      case picture, moved, first, response, movedResponse, expected, difference
    }

    let kind: Kind
    let map: PixelMap
    /// The smallest and the largest number; `nil` where there is none.
    let range: ClosedRange<Double>?
    /// Whether shades tell signs, about a middle that is 0.
    let isSigned: Bool
    /// The step whose row is the first one; `nil` if all rows are there from the beginning.
    let firstStep: Int?

    var size: Extent { Extent(height: map.size.height, width: map.size.width) }
  }

  /// The picture filtered, as it is.
  let filtered: FilteredPicture
  /// The picture moved, in the views that move it.
  let moved: MovedResponse?
  /// Largest size of a difference between the two responses, and of a number of the response.
  let largestDifference, largest: Double
  /// From left to right.
  let panes: [Pane]
  let stepCount: Int

  /// - Throws: ``LabRefusal`` when the picture has not been read, or a kernel does not fit it.
  init(_ scene: ImageScene) throws(LabRefusal) { try self.init(scene, after: nil) }

  /// The picture of `scene`, with the responses of `before` where they are the same.
  ///
  /// - Throws: ``LabRefusal`` when the picture has not been read, or a kernel does not fit it.
  init(_ scene: ImageScene, after before: ImagePicture?) throws(LabRefusal) {
    guard let picture = scene.picture else {
      throw LabRefusal("\(Echo.quote(scene.source.text)) has to be read first: open it with strider image")
    }
    if scene.channel != nil, !scene.hasColours {
      throw LabRefusal("\(scene.source.title) has one channel: grey")
    }
    for kernel in scene.kernels { try GridLimits.check(kernel.grid, of: "the kernel") }
    let same = before.flatMap {
      $0.filtered.isResponse(of: picture, to: scene.kernels, padding: scene.padding, stride: scene.stride)
        ? $0 : nil
    }
    let motion: MovedResponse.Motion? =
      switch scene.view {
      case .response, .chain: nil
      case .shift: .shift(rows: scene.shift.row, columns: scene.shift.column)
      case .turn: .turn
      }
    let moved: MovedResponse?
    do {
      if let same {
        filtered = same.filtered
      } else {
        filtered = try FilteredPicture(
          picture, scene.kernels, padding: scene.padding, stride: scene.stride)
      }
      if let old = same?.moved, old.motion == motion {
        moved = old
      } else if let motion {
        moved = try MovedResponse(filtered, motion)
      } else {
        moved = nil
      }
    } catch { throw LabRefusal(error.description) }
    self.moved = moved
    let brush = Brush(filtered, scene.shownShades)
    (largest, largestDifference) = (brush.most, Brush.most(moved?.difference ?? []))
    panes = brush.panes(of: filtered, moved, isChain: scene.view == .chain)
    let rows = (moved?.moved ?? filtered).extent.height
    stepCount = rows + (scene.view == .chain ? filtered.stages[1][0].height : 0)
  }

  /// The response whose numbers the cursor stands on.
  var response: FilteredPicture { moved?.moved ?? filtered }
}

extension ImageScene {
  /// Whether what is filtered has three channels, or one of three.
  var hasColours: Bool { source.picture?.isColoured ?? false }
}

/// Numbers made shades.
private struct Brush {
  let shades: ImageScene.Shades
  let maximum: Double
  /// The largest size of a number of the response.
  let most: Double
  /// Whether the first response of a chain has signs: its own shades follow its own kernel.
  let isFirstSigned: Bool

  init(_ filtered: FilteredPicture, _ shades: ImageScene.Shades) {
    (self.shades, maximum) = (shades, Double(filtered.picture.maximum))
    most = Self.most(filtered.response)
    isFirstSigned = filtered.kernels[0].isBalanced
  }

  /// The largest size of a number; what is no number is passed over.
  static func most(_ planes: [Grid]) -> Double {
    planes.reduce(0) { $1.cells.reduce($0) { $1.isNaN ? $0 : max($0, abs($1)) } }
  }

  /// From left to right.
  func panes(of filtered: FilteredPicture, _ moved: MovedResponse?, isChain: Bool) -> [ImagePicture.Pane] {
    if let moved {
      return [
        pane(.moved, of: moved.moved.picture), pane(.movedResponse, moved.moved.response, 0),
        pane(.expected, moved.expected, nil), pane(.difference, moved.difference, 0),
      ]
    }
    guard isChain else {
      return [pane(.picture, of: filtered.picture), pane(.response, filtered.response, 0)]
    }
    let first = filtered.stages[1]
    return [
      pane(.picture, of: filtered.picture), pane(.first, first, 0),
      pane(.response, filtered.response, first[0].height),
    ]
  }

  private func pane(_ kind: ImagePicture.Pane.Kind, of picture: Picture) -> ImagePicture.Pane {
    ImagePicture.Pane(
      kind: kind,
      map: PixelMap(size: Self.size(picture.channels), picture.channels.map(\.cells), in: 0...maximum),
      range: Self.range(picture.channels), isSigned: false, firstStep: nil)
  }

  private func pane(_ kind: ImagePicture.Pane.Kind, _ planes: [Grid], _ firstStep: Int?) -> ImagePicture.Pane
  {
    let shades: ImageScene.Shades
    let most: Double
    switch kind {
    case .picture, .moved, .response, .movedResponse, .expected: (shades, most) = (self.shades, self.most)
    // On the scale of the response, so that rounding is not blown up.
    case .difference: (shades, most) = (.signed, self.most)
    case .first: (shades, most) = (isFirstSigned ? .signed : .picture, Self.most(planes))
    }
    let (map, isSigned) = map(planes, shades, most)
    return ImagePicture.Pane(
      kind: kind, map: map, range: Self.range(planes), isSigned: isSigned, firstStep: firstStep)
  }

  private func map(
    _ planes: [Grid], _ shades: ImageScene.Shades, _ most: Double
  ) -> (PixelMap, isSigned: Bool) {
    let (size, cells) = (Self.size(planes), planes.map(\.cells))
    switch shades {
    case .picture: return (PixelMap(size: size, cells, in: 0...maximum), false)
    case .size: return (PixelMap(size: size, cells.map { $0.map { abs($0) } }, in: 0...most), false)
    case .signed where cells.count == 1: return (PixelMap(size: size, signed: cells[0], most: most), true)
    // Three channels have no hues left for signs: the middle of each is 0.
    case .signed: return (PixelMap(size: size, cells, in: -most...most), true)
    }
  }

  private static func size(_ planes: [Grid]) -> Size {
    Size(width: planes[0].width, height: planes[0].height)
  }

  private static func range(_ planes: [Grid]) -> ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    for plane in planes {
      for cell in plane.cells where !cell.isNaN { (low, high) = (min(low, cell), max(high, cell)) }
    }
    return low <= high ? low...high : nil
  }
}
