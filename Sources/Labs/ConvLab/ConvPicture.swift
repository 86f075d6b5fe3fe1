import Learning

/// Everything the lab shows that does not depend on the step: in two dimensions, or of a signal.
enum ConvPicture: Equatable, Sendable {
  case plane(PlanePicture)
  case signal(SignalPicture)

  /// Works out what `scene` shows.
  init(_ scene: ConvolutionScene) throws(LabRefusal) {
    try Self.check(scene)
    if case .signal(let mode) = scene.view {
      do { self = .signal(SignalPicture(try scene.signal(mode))) } catch {
        throw LabRefusal(error.description)
      }
    } else {
      let plane: PlanePicture
      do { plane = try PlanePicture(scene) } catch { throw LabRefusal(error.description) }
      if scene.view == .backward { try BackwardPicture.check(plane) }
      self = .plane(plane)
    }
  }

  /// The number of steps of the timeline.
  var stepCount: Int {
    switch self {
    case .plane(let plane): plane.stepCount
    case .signal(let signal): signal.convolution.count
    }
  }

  var plane: PlanePicture? {
    if case .plane(let plane) = self { plane } else { nil }
  }

  var signal: SignalPicture? {
    if case .signal(let signal) = self { signal } else { nil }
  }
}
