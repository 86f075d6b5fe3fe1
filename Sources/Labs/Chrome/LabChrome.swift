import TerminalUI

/// What surrounds the subject of every lab: size, overlays, the answer to the last key, the mouse.
///
/// A lab keeps one, gives it each event first (``intercept(_:)``), and lets it draw the frame around its body.
struct LabChrome: Equatable, Sendable {
  /// The screen's size; 0x0 until the first event.
  private(set) var size = Size(width: 0, height: 0)
  /// What lies over the lab.
  private(set) var overlay: Overlay?
  /// The answer to the last key.
  private(set) var toast: Toast?
  /// Mouse, projector and theme.
  var display = DisplayOptions()
  /// The number of a step of the timeline while it is typed.
  var stepNumber = StepNumber(count: 0, first: 0)

  /// Whether the lab is a picture inside another screen, which then has the title and the keys.
  var isEmbedded = false
  /// Whether the lab keeps sizes and the number of its steps back, because a question asks for them.
  var isCovered = false
  /// Whether the keys are for the lab; otherwise, beside a text, another screen has them and says what they do.
  var hasKeys = true

  /// Nothing open, nothing said.
  init() {}

  /// What is left of an event for the lab itself.
  enum Remainder: Equatable, Sendable {
    /// Nothing; the request goes to whoever runs the lab.
    case none(Effect?)
    /// A key for the lab.
    case key(Key)
    /// The mouse, within a lab that has it.
    case mouse(MouseEvent)
    /// Pasted text; meant for an open line editor.
    case paste(String)
    /// Time passed.
    case tick(seconds: Double)

    /// What goes to whoever runs the lab.
    var effect: Effect? {
      if case .none(let effect) = self { effect } else { nil }
    }
  }

  /// The smallest picture inside another screen.
  static let minimumEmbeddedSize = Size(width: 50, height: 8)

  /// Whether the lab is drawn at all.
  var isUsable: Bool {
    guard isEmbedded else { return MinimumSize.isMet(by: size) }
    return size.width >= Self.minimumEmbeddedSize.width && size.height >= Self.minimumEmbeddedSize.height
  }

  /// Whether something may move: what lies over the lab stops it until it has been read.
  var letsTimePass: Bool { isUsable && overlay == nil }

  /// Whether the lab can be drawn on a screen of `size`: large enough, and the one it was told of.
  func fits(_ size: Size) -> Bool { isUsable && size == self.size }

  /// Where the parts of the screen stand.
  func layout(arithmeticRows: Int) -> LabLayout {
    isEmbedded
      ? LabLayout(embeddedIn: size, arithmeticRows: arithmeticRows)
      : LabLayout(size: size, arithmeticRows: arithmeticRows)
  }

  /// Takes from `event` what is the same in every lab and returns the rest.
  ///
  /// Ctrl-C always ends the program, and Ctrl-T always changes its theme. On a screen below the minimum only that, `q` and a new size count.
  mutating func intercept(_ event: Event) -> Remainder {
    switch event {
    case .resized(let size):
      self.size = size
      return .none(nil)
    case .message, .closed: return .none(nil)
    case .key(.control("c")): return .none(.quit)
    case .key(.control("t")):
      switchTheme()
      return .none(nil)
    case .key, .mouse, .paste, .tick: break
    }
    guard isUsable else {
      return .none(event == .key(.character("q")) ? .back : nil)
    }
    switch event {
    case .tick(let seconds): return overlay == nil ? .tick(seconds: seconds) : .none(nil)
    case .mouse where !display.hasMouse: return .none(nil)
    case .key, .mouse, .paste, .resized, .message, .closed: break
    }
    if var open = overlay {
      overlay = open.update(event, on: size) ? open : nil
      return .none(nil)
    }
    switch event {
    case .key(let key):
      toast = nil
      return .key(key)
    case .mouse(let mouse):
      if mouse.action == .press { toast = nil }
      return .mouse(mouse)
    case .paste(let text):
      toast = nil
      return .paste(text)
    case .tick, .resized, .message, .closed: return .none(nil)
    }
  }

  /// Answers the last key.
  mutating func say(_ toast: Toast) { self.toast = toast }
  /// Answers the last key with a note.
  mutating func say(_ text: String) { toast = Toast(text) }
  /// Answers a key that changed nothing: `row` is what help says of it, if it means anything.
  mutating func say(nothingCameOf key: Key, _ row: HelpSection.Row?) {
    guard let row else { return say("\(key.label) has no meaning here: ? lists the keys.") }
    let meaning = row.text.prefix { !":;".contains($0) }
    say("\(key.label) (\(meaning)) changes nothing here.")
  }

  /// What was said last, which is then forgotten: for whoever says it in its place.
  mutating func takeToast() -> Toast? {
    defer { toast = nil }
    return toast
  }

  /// Says why something cannot be done.
  mutating func refuse(_ reason: String) { toast = Toast(reason, .wrong) }

  /// Opens the help made of `sections`.
  mutating func showHelp(title: String, _ sections: [HelpSection]) {
    overlay = .help(HelpOverlay(title: title, sections: sections))
  }

  /// Closes what lies over the lab.
  mutating func closeOverlay() { overlay = nil }

  /// Opens a card of text.
  mutating func show(_ card: TextOverlay) { overlay = .text(card) }

  /// Opens the card with the scene string, and has the command printed once the terminal is restored.
  mutating func showScene(_ scene: String) -> Effect {
    let command = SceneCommand.text(for: scene)
    show(
      TextOverlay(
        title: "This scene",
        [
          .words("This command opens exactly what is on the screen. It is printed when you leave."),
          .command(command),
        ]))
    return .print(command)
  }

  /// Gives the mouse to the terminal, or takes it back.
  mutating func toggleMouse() -> Effect {
    display.hasMouse.toggle()
    say(
      display.hasMouse
        ? "The mouse works here again." : "The mouse is the terminal's now: select text; m takes it back.")
    return .mouse(display.hasMouse)
  }

  /// Shades cells by their numbers from now on, or leaves them plain.
  mutating func toggleShades() {
    display.isShaded.toggle()
    say(
      display.isShaded
        ? "Grids are shaded, where there are colours: larger is brighter, signs have hues."
        : "Grids are plain; # shades them by their numbers, where there are colours.")
  }

  /// Draws for a projector from now on, or stops doing so.
  mutating func toggleProjector() { display.isProjected.toggle() }

  /// Changes between light and dark.
  mutating func switchTheme() {
    guard display.isColoured else { return say("Colours are off here, so light and dark look the same.") }
    display.isLight.toggle()
  }
}
