import Curriculum
import Labs
import Learning
import TerminalUI

extension Reader {
  /// What is typed and pasted on the screens, the scenes that are opened there, and the messages that notes follow.
  static let screens: [Reader] = [
    Reader(
      "pastes and keys", share: 10,
      [
        "1 0 -1; 1 0 -1", "10 12 9 11", "x*y + sin(x)", "adam:lr=0.05", "x=1, y=2", "galway", "0.5",
        "race ravine", "1\t2\r\n3\t4",
      ]
    ) { bytes, number in
      let (scene, key) = fields[number % fields.count]
      var screen = try scene.map { try Screen(scene: Scene(parsing: $0)) } ?? Screen(home: Library())
      let text = String(decoding: bytes, as: UTF8.self)
      var events: [Event] = [.resized(Size(width: 80, height: 24))]
      events += key.map { .key(.character($0)) }
      events += number.isMultiple(of: 2) ? [.paste(text)] : text.prefix(500).map { .key(.character($0)) }
      events += [.key(.home), .key(.delete), .key(.enter), .key(.right), .paste(text), .key(.escape)]
      return play(events, on: &screen)
    },
    Reader(
      "scenes on the screen", share: 5,
      [
        "conv:galway/vertical-edge?padding=1&stride=2&step=5",
        "conv:1,0,2;3,4,5;1,1,0/box?flip=true&view=compare",
        "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal", "conv:kcl?relu=true&view=backward",
        "pool:galway?size=3&view=backward",
        "ema:eur-usd?beta=0.98&step=9", "race:ravine?racer=sgd:lr=0.4&racer=adam:lr=0.3&step=40",
        "race:x%5E2+y%5E2?steps=100",
        "graph:x*y+sin(x)?at=x=1,y=2&step=3",
      ]
    ) { bytes, number in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let scene = try? Scene(parsing: text), var screen = try? Screen(scene: scene) else { return nil }
      let size = [Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 60, height: 18)][
        number % 3]
      let keys: [Key] = [
        .end, .left, .character("v"), .character("g"), .character("i"), .escape, .tab, .character("p"),
      ]
      return play([.resized(size)] + keys.map { .key($0) }, on: &screen)
    },
    Reader("messages", share: 10, messages) { bytes, _ in
      guard let lesson else { return "the lesson of the tests cannot be read" }
      var screen = Screen(notesFor: lesson)
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(5)
      return play(
        [.resized(Size(width: 80, height: 24))] + lines.map { .message(String($0)) } + [.key(.right)],
        on: &screen)
    },
  ]

  /// Scenes with the keys that open their fields; the last one is the search.
  private static let fields: [(scene: String?, keys: String)] = [
    ("conv:galway", "t"), ("conv:galway", "ot"), ("conv:galway", "g"), ("pool:galway", "t"),
    ("ema:eur-usd", "t"),
    ("ema:eur-usd", "o"), ("ema:eur-usd", "g"), ("race:ravine", "t"), ("race:ravine", "a"),
    ("race:ravine", "o"),
    ("race:ravine", "g"), ("graph:x*y?at=x=1,y=2", "t"), ("graph:x*y?at=x=1,y=2", "w"), (nil, "/"),
  ]

  private static let lesson = try? Lesson(
    SmallLesson.text(title: "Stride", term: "stride").utf8, file: "24-stride.yaml")

  private static let messages = [
    #"{"asking":true,"blanked":false,"event":"moment","index":1,"lesson":"stride","revealed":false,"seconds":7,"#
      + #""step":"hops","v":1,"votes":[{"answer":"3","hands":14},{"answer":"2","hands":3}]}"#,
    #"{"event":"moment","index":2,"lesson":"stride","step":"end","v":1}"# + "\n"
      + #"{"event":"ended","v":1}"#,
  ]

  /// Plays `events` and looks at the screen after each; answers what is wrong with it.
  private static func play(_ events: [Event], on screen: inout Screen) -> String? {
    for (number, event) in events.enumerated() {
      _ = screen.update(event)
      guard number.isMultiple(of: 16) || number + 8 > events.count else { continue }
      var frame = Frame(size: Size(width: 80, height: 24))
      screen.draw(into: &frame)
      if let cell = frame.cells.first(where: { TextWidth.isControl($0.glyph) && !$0.isContinuation }) {
        return "a cell that holds \(cell.glyph.debugDescription)"
      }
    }
    return nil
  }
}
