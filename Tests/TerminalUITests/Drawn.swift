import TerminalUI

/// A fresh frame of `width` by `height` with `drawing` in it.
func drawn(
  _ width: Int, _ height: Int, look: Look = Look(), _ drawing: (inout Frame) -> Void
) -> Frame {
  var frame = Frame(size: Size(width: width, height: height), look: look)
  drawing(&frame)
  return frame
}

/// Sizes at which every widget must draw without a trap and without writing outside.
let awkwardSizes = [
  Size(width: 0, height: 0), Size(width: 1, height: 1), Size(width: 2, height: 1), Size(width: 1, height: 9),
  Size(width: 3, height: 3), Size(width: 20, height: 5), Size(width: 200, height: 2),
]

/// All looks that change a drawing.
let allLooks: [Look] = GlyphLevel.allCases.flatMap { glyphs in
  [true, false].flatMap { isColoured in
    [true, false].map { Look(glyphs: glyphs, isColoured: isColoured, isProjected: $0) }
  }
}
