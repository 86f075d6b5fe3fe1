/// The line that shows where a timeline stands: `▶ ━━━━●──────  step 6 of 16   1x`.
public struct ScrubBar: Sendable {
  private let timeline: Timeline
  private let noun: String
  private let showsCount: Bool

  /// The bar of `timeline`, whose steps are called `noun` ("step", "sample", …). Unless `showsCount`, neither how many there
  /// are nor the number of the present one is said: at the end they are the same.
  public init(_ timeline: Timeline, noun: String = "step", showsCount: Bool = true) {
    (self.timeline, self.noun, self.showsCount) = (timeline, noun, showsCount)
  }

  private var caption: String {
    showsCount ? "\(noun) \(timeline.position) of \(timeline.count)" : "\(noun) ? of ?"
  }
  private var speed: String {
    let value = timeline.speed
    return value >= 1 ? "\(Int(value))x" : "1/\(Int(1 / value))x"
  }

  /// The columns of the track itself when drawn in `row`, for the mouse; empty when there is no room.
  public func track(in row: Rect) -> Range<Int> {
    // The caption is given the room of its longest form, so that the bar does not move while it plays.
    let longest = "\(noun) \(timeline.count) of \(timeline.count)".count
    let end = row.right - longest - 2 - 6
    return row.x + 2 < end ? row.x + 2..<end : row.x + 2..<row.x + 2
  }

  /// The position that a click in column `x` asks for; `nil` beside the track.
  public func position(atColumn x: Int, in row: Rect) -> Int? {
    let track = track(in: row)
    guard track.contains(x), track.count > 1 else { return nil }
    let fraction = Double(x - track.lowerBound) / Double(track.count - 1)
    return Int((fraction * Double(timeline.count)).rounded())
  }

  /// Draws the bar into the first line of `row`.
  public func draw(into frame: inout Frame, in row: Rect) {
    guard row.width >= 10, row.height > 0 else { return }
    frame.put(timeline.isPlaying ? "▶" : "‖", x: row.x, y: row.y, timeline.isPlaying ? .accent : .quiet)
    let track = track(in: row)
    if track.count > 1 {
      let fraction = timeline.count == 0 ? 0 : Double(timeline.position) / Double(timeline.count)
      let knob = track.lowerBound + Int((fraction * Double(track.count - 1)).rounded())
      for x in track {
        if x == knob {
          frame.put("●", x: x, y: row.y, .accent)
        } else {
          // The part that is past looks like the knob: a step then sends one colour less.
          frame.put(x < knob ? "━" : "─", x: x, y: row.y, x < knob ? .accent : Style(.border))
        }
      }
    }
    if row.width >= caption.count + 8 { frame.write(speed, endingAt: row.right, y: row.y, .quiet) }
    let room = row.width - 2
    let end = row.width >= caption.count + 8 ? row.right - 6 : row.right
    let columns = min(caption.count, room)
    frame.write(caption, x: end - columns, y: row.y, limit: columns)
  }
}
