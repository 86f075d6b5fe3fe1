import TerminalUI

/// Plays a screen and writes what is to be seen at the end, or all the way.
struct SnapshotWriter {
  /// What to write.
  let format: SnapshotFormat
  /// In how many colours.
  let depth: ColourDepth
  /// The picture's or recording's title.
  let title: String

  /// One tick in seconds.
  static let tick = 1.0 / 60
  /// Time between keys in a recording, in seconds.
  private static let keyPause = 0.5

  /// The text after `keys` were pressed and then `ticks` ticks have passed.
  func text(of playback: Playback, keys: [Key], ticks: Int) -> String {
    var playback = playback
    var recording = Recording(size: playback.size, depth: depth, title: title)
    if format == .cast { recording.add(playback.frame, after: 0) }
    for key in keys {
      playback.take(.key(key))
      if format == .cast { recording.add(playback.frame, after: Self.keyPause) }
    }
    for _ in 0..<ticks where playback.screen.isMoving && !playback.isOver {
      playback.take(.tick(seconds: Self.tick))
      if format == .cast { recording.add(playback.frame, after: Self.tick) }
    }
    switch format {
    case .text: return TextWriter.text(of: playback.frame) + "\n"
    case .ansi: return AnsiWriter.text(of: playback.frame, depth: depth) + "\n"
    case .svg: return SvgWriter.text(of: playback.frame, title: title)
    case .cast: return recording.text
    }
  }

  /// A cast and the time it has reached.
  private struct Recording {
    private var cast: CastRecording
    private var seconds = 0.0

    init(size: Size, depth: ColourDepth, title: String) {
      cast = CastRecording(size: size, depth: depth, title: title)
    }

    var text: String { cast.text }

    mutating func add(_ frame: Frame, after pause: Double) {
      seconds += pause
      cast.append(frame, at: seconds)
    }
  }
}
