import Learning
import TerminalUI

/// Pictures of the test as tiles, each with its class and what the network says: those that are wrong, or those of one cell
/// of the table of classes.
struct DigitTiles {
  private let lab: TrainLab
  private let results: [TestResults.Result]
  private let area: Rect
  private let size: Size
  private let perRow, shownRows: Int
  private let firstRow: Int
  /// The chosen one: the digit that is looked at, or the first.
  private let focus: Int
  private let isBeside: Bool

  /// All of the body for what the view is about; beside the table of classes the rest of it.
  init(_ lab: TrainLab, in place: Rect? = nil) {
    self.lab = lab
    area = (place ?? lab.chromeLayout.body).splitTop(1).rest
    results =
      lab.viewState.view == .confusion
      ? lab.tests?.results(of: lab.viewState.pair) ?? [] : lab.tests?.mistakes ?? []
    let extent = lab.run.data.shape.drawnExtent
    let width = min(max(8, extent.width), 14)
    let small = Size(width: width, height: max(1, width * extent.height / max(1, 2 * extent.width)))
    // As large as all of them have room for.
    let (area, count) = (area, results.count)
    size =
      [4, 3, 2, 1].map { Size(width: $0 * small.width, height: $0 * small.height) }.first { size in
        let perRow = max(1, (area.width + 2) / (size.width + 2))
        return (count + perRow - 1) / perRow * (size.height + 2) - 1 <= area.height
          && size.width <= area.width
      } ?? small
    perRow = max(1, (area.width + 2) / (size.width + 2))
    shownRows = max(0, (area.height + 1) / (size.height + 2))
    isBeside = place != nil
    // What was looked at before is found again as soon as arrows move here; until then the first are seen.
    focus = lab.isInPicture ? results.firstIndex { $0.picture == lab.viewState.digit } ?? 0 : 0
    let rows = (results.count + perRow - 1) / perRow
    firstRow = max(0, min(focus / perRow - shownRows / 2, rows - shownRows))
  }

  /// The chosen picture; `nil` where there is none at all.
  var chosen: TestResults.Result? { results.indices.contains(focus) ? results[focus] : nil }

  /// The picture so many rows and columns away from the chosen one; `nil` where there is none.
  func neighbour(rows: Int, columns: Int) -> Int? {
    let next = focus + rows * perRow + columns
    return results.indices.contains(next) ? results[next].picture : nil
  }

  private var shown: Range<Int> {
    let first = firstRow * perRow
    return first..<max(first, min(results.count, first + shownRows * perRow))
  }

  private func place(of index: Int) -> Rect {
    let offset = index - shown.lowerBound
    return Rect(
      x: area.x + offset % perRow * (size.width + 2), y: area.y + offset / perRow * (size.height + 2),
      width: size.width, height: size.height + 1)
  }

  /// The picture at `point`.
  func picture(at point: Point) -> Int? {
    shown.first { place(of: $0).contains(point) }.map { results[$0].picture }
  }

  func draw(into frame: inout Frame) {
    frame.write(heading, x: area.x, y: area.y - 1, .heading, limit: area.width)
    let names = lab.run.data.classes
    for index in shown {
      let (result, place) = (results[index], place(of: index))
      let parts = place.splitTop(size.height)
      NumberTile(
        lab.run.shown[result.picture].prefix(plane), lab.run.data.shape.drawnExtent, .positive(upTo: 1)
      )
      .draw(into: &frame, in: parts.top)
      let isFocus = index == focus && !isBeside
      let style: Style = isFocus ? (lab.isInPicture ? Style(.plain, on: .selection, .bold) : .accent) : .quiet
      let share = Numeral.format((result.probability * 100).rounded() / 100, digits: 2)
      frame.write(
        "\(names[result.truth].prefix(3))→\(names[result.said].prefix(3)) \(share)", x: place.x,
        y: parts.rest.y, style,
        limit: size.width)
    }
  }

  /// The numbers of the first channel.
  private var plane: Int {
    let extent = lab.run.data.shape.mapExtent
    switch lab.run.data.shape {
    case .maps: return extent.height * extent.width
    case .vector(let count): return count
    }
  }

  private var heading: String {
    guard let tests = lab.tests else { return "" }
    let part = shown.count < results.count ? ", \(shown.lowerBound + 1) to \(shown.upperBound)" : ""
    guard lab.viewState.view == .confusion else {
      return results.isEmpty
        ? "no mistake after update \(Numeral.grouped(tests.update))"
        : "\(results.count) of \(Numeral.grouped(tests.results.count)) wrong after update "
          + "\(Numeral.grouped(tests.update)), surest first\(part)"
    }
    let names = lab.run.data.classes
    let (truth, said) = (names[lab.viewState.pair.truth], names[lab.viewState.pair.said])
    let count = Numeral.grouped(results.count)
    if isBeside { return "\(truth)→\(said): \(count)\(part)" }
    return truth == said
      ? "\(count) of \(truth) are right\(part)" : "\(count) of \(truth) are said to be \(said)\(part)"
  }
}
