import TerminalUI

extension Lab {
  /// Tells the lab its screen has `columns` by `rows` cells.
  public mutating func resize(_ columns: Int, _ rows: Int) {
    _ = update(.resized(Size(width: columns, height: rows)))
  }

  /// Presses the keys named in `script`, separated by spaces: `right right space`, `tab`, `p`. A word that names no key
  /// is typed letter by letter.
  public mutating func press(_ script: String) {
    for word in script.split(separator: " ") {
      if let key = Key(named: String(word)) {
        _ = update(.key(key))
      } else {
        for character in word { _ = update(.key(.character(character))) }
      }
    }
  }

  /// The lab drawn on a screen of `columns` by `rows` cells, which it has been told of.
  public func drawn(_ columns: Int, _ rows: Int, look: Look = Look()) -> Frame {
    var frame = Frame(size: Size(width: columns, height: rows), look: look)
    draw(into: &frame)
    return frame
  }
}
