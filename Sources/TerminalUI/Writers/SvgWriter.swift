/// Frames as SVG pictures on a fixed grid, for handouts and documentation.
///
/// Letters are text, placed run by run so that no font can bend the columns; braille dots, blocks and lines are
/// drawn as shapes, so that they meet whatever the font.
public struct SvgWriter: Sendable {
  /// The width of a cell in the picture's units.
  static let cellWidth = 8
  /// The height of a cell in the picture's units.
  static let cellHeight = 16

  private let frame: Frame

  /// `frame` as an SVG document in the colours of its theme.
  public static func text(of frame: Frame, title: String = "") -> String {
    SvgWriter(frame: frame).document(title: title)
  }

  private var theme: Theme { frame.look.theme }

  private func document(title: String) -> String {
    let width = frame.size.width * SvgWriter.cellWidth
    let height = frame.size.height * SvgWriter.cellHeight
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" \
      font-size="13" role="img">

      """
    if !title.isEmpty { text += "<title>\(SvgWriter.escaped(title))</title>\n" }
    text += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(SvgWriter.name(theme.paper))\"/>\n"
    for y in 0..<frame.size.height { text += backgrounds(of: y) }
    for y in 0..<frame.size.height { text += glyphs(of: y) }
    return text + "</svg>\n"
  }

  /// Ink and paper of a style.
  private func colours(of style: Style) -> (ink: Colour, paper: Colour) {
    let rendering = theme.rendering(of: style, depth: .direct)
    let ink = rendering.foreground?.colour ?? theme.ink
    let paper = rendering.background?.colour ?? theme.paper
    return style.attributes.contains(.reverse) ? (paper, ink) : (ink, paper)
  }

  /// The runs of neighbouring columns in row `y` for which `key` is the same.
  private func runs<Key: Equatable>(of y: Int, by key: (Cell) -> Key) -> [(columns: Range<Int>, key: Key)] {
    var runs: [(columns: Range<Int>, key: Key)] = []
    for x in 0..<frame.size.width {
      let found = key(frame[x, y])
      if let last = runs.last, last.key == found {
        runs[runs.count - 1].columns = last.columns.lowerBound..<x + 1
      } else {
        runs.append((x..<x + 1, found))
      }
    }
    return runs
  }

  private func backgrounds(of y: Int) -> String {
    var text = ""
    for run in runs(of: y, by: { colours(of: $0.style).paper }) where run.key != theme.paper {
      text += """
        <rect x="\(run.columns.lowerBound * SvgWriter.cellWidth)" y="\(y * SvgWriter.cellHeight)" \
        width="\(run.columns.count * SvgWriter.cellWidth)" height="\(SvgWriter.cellHeight)" \
        fill="\(SvgWriter.name(run.key))"/>

        """
    }
    return text
  }

  private func glyphs(of y: Int) -> String {
    var text = ""
    for run in runs(of: y, by: \.style) {
      let ink = SvgWriter.name(colours(of: run.key).ink)
      let opacity = run.key.attributes.contains(.dim) ? " opacity=\"0.6\"" : ""
      var fills = ""
      var strokes: [Int: String] = [:]
      var letters: [(x: Int, columns: Int, text: String)] = []
      for x in run.columns {
        let cell = frame[x, y]
        if cell.isContinuation || cell.glyph == " " { continue }
        let (left, top) = (x * SvgWriter.cellWidth, y * SvgWriter.cellHeight)
        switch SvgGlyph(cell.glyph) {
        case .filled(let rects):
          for r in rects {
            fills += "M\(left + r.x) \(top + r.y)h\(r.width)v\(r.height)h-\(r.width)z"
          }
        case .stroked(let path, let width): strokes[width, default: ""] += "M\(left) \(top)" + path
        case .letter:
          let columns = TextWidth.columns(of: cell.glyph)
          let piece = SvgWriter.escaped(String(cell.glyph))
          if let last = letters.last, last.x + last.columns == x {
            letters[letters.count - 1] = (last.x, last.columns + columns, last.text + piece)
          } else {
            letters.append((x, columns, piece))
          }
        }
      }
      if !fills.isEmpty { text += "<path d=\"\(fills)\" fill=\"\(ink)\"\(opacity)/>\n" }
      for (width, path) in strokes.sorted(by: { $0.key < $1.key }) {
        text += """
          <path d="\(path)" fill="none" stroke="\(ink)" stroke-width="\(width)" stroke-linecap="round"\(opacity)/>

          """
      }
      let weight = run.key.attributes.contains(.bold) ? " font-weight=\"bold\"" : ""
      let line = run.key.attributes.contains(.underline) ? " text-decoration=\"underline\"" : ""
      for run in letters {
        text += """
          <text x="\(run.x * SvgWriter.cellWidth)" y="\(y * SvgWriter.cellHeight + 12)" \
          textLength="\(run.columns * SvgWriter.cellWidth)" fill="\(ink)"\(weight)\(line)\(opacity)>\(run.text)</text>

          """
      }
    }
    return text
  }

  private static func name(_ colour: Colour) -> String {
    let digits = String(colour.hex, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      default: if !TextWidth.isControl(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
