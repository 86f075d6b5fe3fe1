/// Runs `lab` on `backend` until it is left; the one place that waits.
///
/// Every event that has already arrived is taken in before the next frame is drawn, so fast typing and resize storms
/// cost one frame, not many. Nothing is drawn and no time passes while nothing moves.
///
/// - Parameter perform: carries out the requests that the loop cannot (printing, and what only this program asks for);
///   returns whether to go on.
public func run<Content: Lab, Place: Backend>(
  _ lab: inout Content, on backend: inout Place,
  perform: (LabEffect<Content.Request>, inout Content) -> RunDecision
) {
  var size = Size(width: 0, height: 0)
  var isFirst = true
  while true {
    guard let first = backend.nextEvent(lab.pace.wait) else { continue }
    var next: Event? = first
    var isChanged = false
    // The state that is on the screen. Comparing once for each frame keeps keys that wait in a row cheap, however
    // much the lab holds; a copy that is held in a tick makes the lab copy all its storage, so there it waits.
    var shown: Content?
    while let event = next {
      if case .resized(let newSize) = event { size = newSize }
      if event == .closed { return }
      // Time always shows while it passes.
      if case .tick = event {
        if lab.pace != .still { isChanged = true }
      } else if shown == nil, !isChanged {
        shown = lab
      }
      if let effect = lab.update(event) {
        switch effect {
        case .quit: return
        case .mouse(let isOn): backend.setMouse(isOn)
        case .back, .print, .request:
          if perform(effect, &lab) == .stop { return }
        }
        isChanged = true
      }
      if case .resized = event { isChanged = true }
      // The first frame waits for nothing.
      next = isFirst ? nil : backend.nextEvent(.notAtAll)
    }
    isFirst = false
    if isChanged || shown.map({ $0 != lab }) == true {
      backend.show(lab.frame(size: size, look: backend.look))
    }
  }
}

extension Lab {
  /// The present state as a frame of `size` for a place with `look`, in the manner the lab asks for.
  public func frame(size: Size, look: Look) -> Frame {
    var look = look
    look.isProjected = isProjected
    look.theme = theme
    var frame = Frame(size: size, look: look)
    draw(into: &frame)
    return frame
  }
}

/// Whether a run goes on after a request was carried out.
public enum RunDecision: Equatable, Sendable {
  /// Go on.
  case goOn
  /// Leave.
  case stop
}

extension Pace {
  /// The wait that lets time pass so.
  fileprivate var wait: Wait {
    switch self {
    case .still: .forEvent
    case .seconds: .forSecond
    case .frames: .forTick
    }
  }
}
