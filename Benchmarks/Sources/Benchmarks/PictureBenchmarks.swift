import Labs
import Learning
import TerminalUI

extension Benchmark {
  /// Frames as the labs draw them, from the state alone; and the heat map, which is computed once for each surface.
  static var pictures: [Benchmark] {
    let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 240, height: 67)]
    return sizes.map { frame("conv lab", convolutionLab(), $0) }
      + sizes.map { frame("race of eleven", raceLab(), $0) }
      + sizes.map(playedStep) + sizes.dropFirst().map(heatMap)
  }

  private static func frame(_ name: String, _ lab: some Lab, _ size: Size) -> Benchmark {
    var lab = lab
    _ = lab.update(.resized(size))
    let shown = lab
    let peer = size.width == 120 ? Peer("curses, with sending", microseconds: 1500) : nil
    return Benchmark("frame/\(name), \(size.text)", peer: peer) {
      var frame = Frame(size: size)
      shown.draw(into: &frame)
      return frame
    }
  }

  /// One tick of a race that plays a step in every tick: the step, its arithmetic and the frame.
  private static func playedStep(_ size: Size) -> Benchmark {
    let place = UnsafeMutablePointer<RaceLab>.allocate(capacity: 1)
    place.initialize(to: raceLab())
    _ = place.pointee.update(.resized(size))
    return Benchmark("played/race of eleven, \(size.text)") {
      if !place.pointee.isMoving { _ = place.pointee.update(.key(.space)) }
      _ = place.pointee.update(.tick(seconds: 0.1))
      var frame = Frame(size: size)
      place.pointee.draw(into: &frame)
      return frame
    }
  }

  private static func heatMap(_ size: Size) -> Benchmark {
    let surface = Surface(.rosenbrock)
    guard let viewport = Viewport(minX: -2, maxX: 2, minY: -1, maxY: 3) else {
      preconditionFailure("The window has an area.")
    }
    return Benchmark("heat map/rosenbrock by logarithm, \(size.text)") {
      HeatMap(Field(size: size, viewport: viewport) { surface.value($0, $1) }, scale: .logarithmic)
    }
  }

  private static func convolutionLab() -> ConvLab {
    do {
      let scene = try ConvolutionScene(SceneString(parsing: "conv:galway?padding=1&stride=2&step=5"))
      return try ConvLab(scene: scene)
    } catch { preconditionFailure("\(error)") }
  }

  private static func raceLab() -> RaceLab {
    var scene = RaceScene.eleven
    scene.step = 150
    do { return try RaceLab(scene: scene) } catch { preconditionFailure("\(error)") }
  }
}

extension Size {
  fileprivate var text: String { "\(width)x\(height)" }
}
