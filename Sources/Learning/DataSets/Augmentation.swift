public import Autodiff
import RealModule

/// Pictures changed a little each time they are learned from, as other pictures of the same class would differ.
///
/// A changed picture takes each pixel from where it stood before: it is mirrored, turned about its middle, then shifted;
/// between pixels the four around are averaged by their nearness, and outside the picture all is 0. Noise comes last.
public struct Augmentation: Hashable, Sendable {
  /// The largest shift along each axis, in pixels: a whole number from -shift to shift is drawn for each, uniformly.
  public var shift = 0
  /// The largest turn in degrees, either way, uniformly.
  public var rotation = 0.0
  /// The standard deviation of what is added to every pixel.
  public var noise = 0.0
  /// Whether left and right are exchanged half of the time. A mirrored digit is no digit, or another one.
  public var flips = false

  /// Pictures as they are.
  public init() {}

  /// Whether nothing is changed.
  public var isNone: Bool { self == Augmentation() }

  /// Whether pixels move, so that there has to be a picture.
  public var moves: Bool { shift > 0 || rotation > 0 || flips }

  /// Changes the pixels of a picture, which stand plane by plane and row by row. The same state of `generator` gives the
  /// same change.
  ///
  /// - Precondition: there are channels x height x width pixels.
  public func change<Number: Precision>(
    _ pixels: UnsafeMutableBufferPointer<Number>, height: Int, width: Int, channels: Int,
    using generator: inout SplitMix64
  ) {
    precondition(pixels.count == height * width * channels, "pixels fill their planes")
    if moves {
      let (dx, dy) = (drawnShift(&generator), drawnShift(&generator))
      let angle = rotation > 0 ? (2 * generator.uniform() - 1) * rotation * .pi / 180 : 0
      let mirrors = flips && generator.integer(in: 0...1) == 1
      let move = Move(
        cosine: .cos(angle), sine: .sin(angle), dx: Double(dx), dy: Double(dy), mirrors: mirrors)
      for channel in 0..<channels {
        let plane = UnsafeMutableBufferPointer(
          rebasing: pixels[(channel * height * width)..<((channel + 1) * height * width)])
        move.apply(to: plane, height: height, width: width)
      }
    }
    if noise > 0 {
      for index in pixels.indices { pixels[index] += Number(noise * generator.normal()) }
    }
  }

  private func drawnShift(_ generator: inout SplitMix64) -> Int {
    shift > 0 ? generator.integer(in: -shift...shift) : 0
  }
}

/// A drawn move of a picture.
private struct Move {
  let cosine, sine, dx, dy: Double
  let mirrors: Bool

  func apply<Number: Precision>(
    to plane: UnsafeMutableBufferPointer<Number>, height: Int, width: Int
  ) {
    let before = Array(plane)
    let (middleX, middleY) = (Double(width - 1) / 2, Double(height - 1) / 2)
    for row in 0..<height {
      for column in 0..<width {
        let (x, y) = (Double(column) - middleX - dx, Double(row) - middleY - dy)
        let turned = (x: cosine * x + sine * y, y: cosine * y - sine * x)
        let from = (x: (mirrors ? -turned.x : turned.x) + middleX, y: turned.y + middleY)
        let (left, top) = (from.x.rounded(.down), from.y.rounded(.down))
        let (right, bottom) = (from.x - left, from.y - top)
        func pixel(_ down: Int, _ along: Int) -> Double {
          let (r, c) = (Int(top) + down, Int(left) + along)
          guard (0..<height).contains(r), (0..<width).contains(c) else { return 0 }
          return Double(before[r * width + c])
        }
        plane[row * width + column] = Number(
          (1 - bottom) * ((1 - right) * pixel(0, 0) + right * pixel(0, 1))
            + bottom * ((1 - right) * pixel(1, 0) + right * pixel(1, 1)))
      }
    }
  }
}
