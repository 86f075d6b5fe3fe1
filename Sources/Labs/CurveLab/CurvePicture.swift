import Autodiff
import Learning
import TerminalUI

/// What follows from the curves and their range alone: where they run, and how steep they are.
struct CurvePicture: SettingsPicture {
  /// A curve as it is drawn.
  struct Line: Equatable, Sendable {
    let curve: Curve
    /// f and f′ at ``xs``; ∞ where there is no finite value.
    let values, slopes: [Double]
  }

  /// Places along x, evenly from one end of the range to the other.
  let xs: [Double]
  /// In the order of the scene.
  let lines: [Line]
  /// The ends in y of the curves, and of their slopes.
  let valueRange, slopeRange: ClosedRange<Double>?

  var stepCount: Int { CurveScene.steps }

  /// Places between two positions of the timeline.
  private static let between = 6

  init(_ scene: CurveScene) {
    let count = CurveScene.steps * Self.between
    let range = scene.range
    let places = (0...count).map { index in
      let (index, count) = (Double(index), Double(count))
      return (range.lowerBound * (count - index) + range.upperBound * index) / count
    }
    xs = places
    let tape = Tape<Double>()
    lines = scene.curves.map { curve in
      let points = places.map { x in
        // A function without x is on no tape.
        tape.valueAndDerivative(at: x) { curve.value($0) + 0 * $0 }
      }
      return Line(
        curve: curve, values: points.map { $0.value.isFinite ? $0.value : .infinity },
        slopes: points.map { $0.derivative.isFinite ? $0.derivative : .infinity })
    }
    valueRange = Self.range(lines.flatMap(\.values))
    slopeRange = Self.range(lines.flatMap(\.slopes))
  }

  /// Ends that show most of `numbers`: a pole would flatten all else.
  private static func range(_ numbers: [Double]) -> ClosedRange<Double>? {
    let sorted = numbers.filter(\.isFinite).sorted()
    guard let least = sorted.first, let most = sorted.last else { return nil }
    let (inner, outer) = (sorted[sorted.count / 20], sorted[sorted.count - 1 - sorted.count / 20])
    let room = max(outer - inner, 1e-9)
    let (low, high) = (max(least, inner - 2 * room), min(most, outer + 2 * room))
    let margin = high > low ? (high - low) * 0.06 : max(1, abs(high) * 0.1)
    let (bottom, top) = (low - margin, high + margin)
    return bottom.isFinite && top.isFinite && bottom < top ? bottom...top : nil
  }
}
