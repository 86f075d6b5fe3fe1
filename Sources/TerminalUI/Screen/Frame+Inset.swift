extension Frame {
  /// Copies `picture`, a frame of its own, with its top left cell to `origin`; what does not fit is left out.
  ///
  /// The picture's drawing faults count as this frame's, and its cursor is shown here.
  public mutating func draw(_ picture: Frame, at origin: Point) {
    let place = Rect(x: origin.x, y: origin.y, width: picture.size.width, height: picture.size.height)
    let inside = place.intersection(bounds)
    guard !inside.isEmpty else { return }
    for y in inside.y..<inside.bottom {
      for x in inside.x..<inside.right {
        storage[y * size.width + x] = picture[x - origin.x, y - origin.y]
      }
    }
    add(picture.faults)
    if let spot = picture.cursor, inside.contains(Point(x: spot.x + origin.x, y: spot.y + origin.y)) {
      cursor = Point(x: spot.x + origin.x, y: spot.y + origin.y)
    }
  }
}
