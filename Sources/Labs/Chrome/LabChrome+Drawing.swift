import TerminalUI

/// What a lab tells its chrome about the present moment.
struct ChromeContent: Sendable {
  /// The lab's name, what it shows, and the variant that runs.
  var name, subject, variant: String
  /// The settings line.
  var settings: SettingsLine
  /// The timeline, and what its steps are called.
  var timeline: Timeline?
  /// The noun for a step.
  var noun: String
  /// What is worked out at this moment.
  var arithmetic: [ArithmeticLine]
  /// What to look at; shown when nothing else is to be said.
  var hint: String
  /// The keys that work now.
  var footer: [FooterEntry]
  /// The open line editor.
  var editor: LineEditor?

  /// What surrounds the picture of `lab`; with all of its keys in the footer unless told otherwise.
  init<L: TopicLab>(
    of lab: L, subject: String, variant: String, arithmetic: [ArithmeticLine], hint: String,
    footer: [FooterEntry]? = nil
  ) {
    (name, self.subject, self.variant, settings) = (L.title, subject, variant, lab.settingsLine)
    (timeline, noun, self.arithmetic, self.hint) = (lab.timeline, L.noun, arithmetic, hint)
    (self.footer, editor) = (footer ?? L.bindings.footer, lab.prompt?.editor)
  }
}

extension LabChrome {
  /// Draws arithmetic, title, settings, message, scrub bar and footer around the body.
  func draw(_ content: ChromeContent, into frame: inout Frame, layout: LabLayout) {
    ArithmeticLine.draw(content.arithmetic, into: &frame, in: layout.arithmetic)
    drawTitle(content, into: &frame, in: layout.title)
    content.settings.draw(into: &frame, in: layout.settings)
    if let editor = content.editor {
      let rows = layout.message.splitTop(1).top
      editor.draw(into: &frame, in: rows)
      if let complaint = editor.complaint {
        frame.write(
          complaint, x: layout.scrubBar.x, y: layout.scrubBar.y, Style(.wrong, .bold), limit: rows.width)
      }
      Footer([
        FooterEntry(keys: "enter", label: "accept"), FooterEntry(keys: "esc", label: "cancel"),
        FooterEntry(keys: "^U", label: "clear"),
      ]).draw(into: &frame, in: layout.footer)
      return
    }
    drawMessage(content, into: &frame, in: layout.message)
    if let timeline = content.timeline {
      ScrubBar(timeline, noun: content.noun, showsCount: !isCovered).draw(into: &frame, in: layout.scrubBar)
    }
    guard hasKeys else { return }
    Footer(content.footer, trailing: CommonAction.trailing).draw(into: &frame, in: layout.footer)
  }

  private func drawTitle(_ content: ChromeContent, into frame: inout Frame, in row: Rect) {
    guard !row.isEmpty else { return }
    let name = frame.write(content.name, x: row.x, y: row.y, .heading, limit: row.width)
    // Where not all of it has room, what stands in brackets behind the variant is left out first.
    var words = frame.look.spelled(content.variant)
    let wholeSubject = frame.look.spelled(content.subject)
    let needed = TextWidth.columns(of: wholeSubject) + 6 + name - row.x
    if needed + TextWidth.columns(of: words) > row.width, let bracket = words.firstRange(of: " (") {
      words = String(words[..<bracket.lowerBound])
    }
    let variant = TextWidth.columns(of: words)
    let hasVariant = name + 3 + variant <= row.right
    if hasVariant { frame.write(words, endingAt: row.right, y: row.y, .quiet) }
    // The subject stands in the middle when the outer two leave that free, else where there is room.
    let free = Rect(
      x: name + 3, y: row.y, width: (hasVariant ? row.right - variant - 3 : row.right) - name - 3, height: 1)
    // Whole parts are left out rather than one of them cut.
    let dot = frame.look.spelled(" · ")
    var parts = wholeSubject.split(separator: dot)
    var text: String { parts.joined(separator: dot) }
    while parts.count > 1, TextWidth.columns(of: text) > free.width { parts.removeLast() }
    let subject = min(TextWidth.columns(of: text), free.width)
    guard subject > 0 else { return }
    let centred = row.x + (row.width - subject) / 2
    let x = min(max(centred, free.x), free.right - subject)
    frame.write(text, x: x, y: row.y, .plain, limit: subject)
  }

  private func drawMessage(_ content: ChromeContent, into frame: inout Frame, in row: Rect) {
    guard !row.isEmpty else { return }
    let (text, style) =
      if let number = stepNumber.prompt { (number, Style.accent) } else if let toast {
        (toast.text, toast.style)
      } else { (content.hint, Style(.hint)) }
    let lines = frame.lines(of: text, width: row.width)
    guard lines.count > 1, lines.count <= row.height else {
      frame.write(frame.look.spelled(text, within: row.width), x: row.x, y: row.y, style, limit: row.width)
      return
    }
    for (number, line) in lines.enumerated() {
      frame.write(line, x: row.x, y: row.y + number, style, limit: row.width)
    }
  }

  /// Draws what lies over everything; to be called last.
  func drawOverlay(into frame: inout Frame) {
    guard let overlay else { return }
    frame.cursor = nil
    overlay.draw(into: &frame)
  }
}
