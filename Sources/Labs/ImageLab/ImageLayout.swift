import Learning
import TerminalUI

/// Where the pictures stand, side by side, and the numbers of a window right of them.
struct ImageLayout {
  /// Where a picture is drawn, and what part of it.
  struct Place {
    /// The cells that it fills.
    let area: Rect
    /// Its pixels that are seen.
    let crop: Rect

    /// The pixel drawn at `point`; where several share a cell, the one in the middle.
    func pixel(at point: Point) -> Position? {
      guard area.contains(point) else { return nil }
      return Position(
        row: crop.y + (2 * (point.y - area.y) + 1) * crop.height / (2 * area.height),
        column: crop.x + (2 * (point.x - area.x) + 1) * crop.width / (2 * area.width))
    }

    /// The cells in which the pixels of `pixels` are drawn, whether they are seen or not.
    func cells(of pixels: Rect) -> Rect {
      let (across, down) = (
        Double(area.width) / Double(crop.width), Double(area.height) / Double(crop.height)
      )
      let left = (Double(pixels.x - crop.x) * across).rounded(.down)
      let top = (Double(pixels.y - crop.y) * down).rounded(.down)
      let right = max(left + 1, (Double(pixels.right - crop.x) * across).rounded(.up))
      let bottom = max(top + 1, (Double(pixels.bottom - crop.y) * down).rounded(.up))
      return Rect(
        x: area.x + Int(left), y: area.y + Int(top), width: Int(right - left), height: Int(bottom - top))
    }
  }

  /// The pictures from left to right.
  let panes: [(pane: ImagePicture.Pane, place: Place)]
  /// Columns for each picture with its words.
  let columns: Int
  /// The numbers of the window; empty where there is no room.
  let numbers: Rect

  /// Columns between pictures.
  static let gap = 3
  /// Columns for a number of a window.
  static func cellWidth(_ lab: ImageLab) -> Int {
    let response = lab.picture.response
    let isWhole =
      response.kernels.count == 1 && response.kernels[0].grid.cells.allSatisfy { $0 == $0.rounded() }
    return max(isWhole ? 5 : 7, "\(lab.picture.filtered.picture.maximum)".count + 1)
  }

  /// From this width on the moved picture stands beside the three responses.
  private static let widthForMovedPicture = 112

  init(_ lab: ImageLab) {
    let body = lab.chromeLayout.body
    var shown = lab.picture.panes
    if body.width < Self.widthForMovedPicture { shown.removeAll { $0.kind == .moved } }
    let kernel = lab.picture.response.kernels[lab.picture.response.kernels.count - 1].grid
    let isRoomy = body.width >= (shown.count == 2 ? 70 : Self.widthForMovedPicture)
    let hasNumbers = lab.picture.moved == nil && kernel.width <= 7 && isRoomy
    let width = hasNumbers ? max(kernel.width * Self.cellWidth(lab), 16) : 0
    let free = body.width - (hasNumbers ? width + Self.gap : 0) - Self.gap * (shown.count - 1)
    let room = Size(width: max(1, free / shown.count), height: max(1, body.height - 2))
    let tallest = shown.map(\.size.height).max() ?? 1
    let widest = shown.map(\.size.width).max() ?? 1
    let scale = min(
      Double(room.width) / Double(widest), Double(room.height * 2) / Double(tallest), 8)
    let whole = scale >= 1 ? scale.rounded(.down) : scale
    let places = shown.map { pane in
      lab.settings.isClose
        ? Self.close(pane, lab, room, scale: scale >= 1 ? 2 * Int(whole) : 1)
        : Self.whole(pane, room, scale: whole)
    }
    let columns = max(places.map(\.area.width).max() ?? 1, min(room.width, 24))
    var x = body.x
    panes = zip(shown, places).map { pane, place in
      defer { x += columns + Self.gap }
      let area = Rect(x: x, y: body.y + 1, width: place.area.width, height: place.area.height)
      return (pane, Place(area: area, crop: place.crop))
    }
    self.columns = columns
    numbers =
      hasNumbers
      ? Rect(x: x, y: body.y, width: body.right - x, height: body.height)
      : Rect(x: x, y: body.y, width: 0, height: 0)
  }

  private static func whole(_ pane: ImagePicture.Pane, _ room: Size, scale: Double) -> Place {
    let columns = Int((Double(pane.size.width) * scale).rounded())
    let rows = Int((Double(pane.size.height) * scale / 2).rounded(.up))
    return Place(
      area: Rect(
        x: 0, y: 0, width: min(max(1, columns), room.width), height: min(max(1, rows), room.height)),
      crop: Rect(x: 0, y: 0, width: pane.size.width, height: pane.size.height))
  }

  /// The pixels around the cursor, each `scale` columns wide.
  private static func close(_ pane: ImagePicture.Pane, _ lab: ImageLab, _ room: Size, scale: Int) -> Place {
    let size = pane.size
    let width = min(size.width, max(1, room.width / scale))
    let height = min(size.height, max(1, room.height * 2 / scale))
    let middle = lab.pixels(of: pane.kind)
    let left = min(max(0, middle.x + middle.width / 2 - width / 2), size.width - width)
    let top = min(max(0, middle.y + middle.height / 2 - height / 2), size.height - height)
    return Place(
      area: Rect(x: 0, y: 0, width: width * scale, height: max(1, (height * scale + 1) / 2)),
      crop: Rect(x: left, y: top, width: width, height: height))
  }
}

extension ImageLab {
  /// The pixels of a pane that the cursor is about: the number itself, or the window that it is made of.
  func pixels(of kind: ImagePicture.Pane.Kind) -> Rect {
    let response = picture.response
    switch kind {
    case .response, .movedResponse, .expected, .difference:
      return Rect(x: cursor.column, y: cursor.row, width: 1, height: 1)
    case .picture, .moved:
      let corner = response.corner(of: cursor)
      return Rect(
        x: corner.column, y: corner.row, width: response.reach.width, height: response.reach.height)
    case .first:
      let last = response.kernels.count - 1
      let (geometry, kernel) = (response.geometries[last], response.kernels[last].grid)
      return Rect(
        x: geometry.columns.start(of: cursor.column), y: geometry.rows.start(of: cursor.row),
        width: kernel.width, height: kernel.height)
    }
  }
}
