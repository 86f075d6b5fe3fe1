import Labs
import Learning
import TerminalUI

extension Benchmark {
  /// Frames as the labs draw them, from the state alone; and the heat map, which is computed once for each surface.
  static var pictures: [Benchmark] {
    let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 240, height: 67)]
    return sizes.map { frame("conv lab", convolutionLab(), $0) }
      + sizes.map { frame("race of eleven", raceLab(), $0) }
      + views.map { frame($0, screen($0), Size(width: 240, height: 67)) }
      + sizes.map(playedStep) + sizes.dropFirst().map(heatMap)
  }

  /// Every view of every lab at a moment when there is much to be seen; a frame may take 2 ms.
  private static let views =
    [
      "conv:kcl?view=compare&step=9", "conv:kcl?relu=true&view=backward&step=9",
      "conv:kcl?view=unrolled&step=9",
      "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal&step=4",
      "pool:galway?size=3&stride=1&step=9", "pool:galway?size=3&stride=1&view=backward&step=9",
      "ema:eur-usd?step=200", "graph:perceptron?step=20", "graph:perceptron?view=nodes&step=20",
      "race?view=loss&step=150", "race?view=inside&step=150", "race?view=relief&step=150",
      "curve:sigmoid?with=tanh", "curve:sigmoid?with=tanh&view=slopes",
      "softmax:3,1,0.2?step=6", "softmax:3,1,0.2?view=naive&shift=1000&step=6", "softmax?view=binary&step=4",
      "norm?step=3", "norm:1;2;3;4?view=use&drift=0.5&step=5", "norm?view=backward&step=3",
      "norm?view=scaling&step=3",
      "depth?step=9", "depth?view=layers&step=9", "depth?view=unrolled&step=9",
      "fit:degree?step=9", "fit:degree?view=errors&step=9", "fit:degree?view=vote&step=3",
      "image:face?step=62", "image:face?view=shift&step=62", "image:face?view=turn&step=62",
      "image:face?then=sobel-x&view=chain&step=62",
      "layer:cs231n", "layer:cs231n?view=stack", "layer:grey?view=1x1", "layer:depthwise?view=depthwise",
      "layer:cs231n?view=backward&step=3", "layer:cs231n?view=counts",
      "net:vgg16", "net:vgg16?view=costs", "net:vgg16?view=compare&against=alexnet",
      "classify?step=100&view=units", "classify?step=100&view=weights", "classify?step=100&view=curves",
    ]
    + ["curves", "filters", "inside", "confusion", "mistakes", "gradients"].map {
      "train:digits-cnn?view=\($0)&step=90"
    }

  private static func screen(_ scene: String) -> Screen {
    do { return try Screen(scene: Scene(parsing: scene)) } catch { preconditionFailure("\(scene): \(error)") }
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
    var scene = RaceScene(.eleven)
    scene.step = 150
    do { return try RaceLab(scene: scene) } catch { preconditionFailure("\(error)") }
  }
}

extension Size {
  fileprivate var text: String { "\(width)x\(height)" }
}
