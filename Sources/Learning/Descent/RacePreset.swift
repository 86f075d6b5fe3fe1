/// A race that shows something, with exact settings and a line that says what.
///
/// The promises are tested: flips, steps to arrive and to escape, and the step of divergence. A racer arrives at the step
/// from which on it is near the minimum, see ``Surface/isArrival(_:)``.
public enum RacePreset: String, CaseIterable, Codable, Sendable {
  case zigzag
  case diverge
  case adagradStall = "adagrad-stall"
  case saddle
  case ridge
  case overshoot
  case luckyInertia = "lucky-inertia"
  case longValley = "long-valley"
  case plateau
  case aligned
  case rotated
  case limits
  case damping
  case neverSettles = "never-settles"
  case biasBug = "bias-bug"

  /// A name for headings.
  public var title: String {
    switch self {
    case .zigzag: "Zigzag in a ravine"
    case .diverge: "The same rate, three fates"
    case .adagradStall: "AdaGrad stalls"
    case .saddle: "Escape from a saddle"
    case .ridge: "Exactly on the ridge"
    case .overshoot: "Past the better well"
    case .luckyInertia: "Lucky inertia"
    case .longValley: "Rosenbrock's long valley"
    case .plateau: "Across a plateau"
    case .aligned: "A valley along the axes"
    case .rotated: "The same valley at 45°"
    case .limits: "Just below and above the limit"
    case .damping: "How much momentum is too much"
    case .neverSettles: "RMSprop never settles"
    case .biasBug: "The bias bug in Adam"
    }
  }

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .zigzag: "watch for y changing sign at every step with SGD, never with AdaGrad"
    case .diverge: "watch for y growing 1.4-fold a step with SGD; momentum 0.5 arrives at step 10"
    case .adagradStall:
      "watch for A's steps shrinking from 0.57 to 0.009; B arrives at step 10"
    case .saddle: "watch for RMSprop leaving first, at step 12, and Adadelta last, at 203"
    case .ridge: "watch for nobody escaping: on y = 0 the slope across is exactly 0"
    case .overshoot: "watch for momentum flying past the better well into the worse one"
    case .luckyInertia: "watch for momentum leaving the worse well and finding the better one"
    case .longValley: "watch for momentum arriving at step 486, Nesterov at 522, SGD not by 3000"
    case .plateau:
      "watch for RMSprop within 0.5 of the minimum at step 13, SGD at step 1148"
    case .aligned: "watch for AdaGrad arriving first, at step 19: it has a rate per axis"
    case .rotated: "watch for AdaGrad arriving at 1163, Adam at 565; SGD does not feel the turn"
    case .limits: "watch for rates 2% below the limit converging, 2% above it diverging"
    case .damping: "watch for A arriving at step 12 without overshoot, momentum 0.95 at step 110"
    case .neverSettles: "watch for f rising again after step 20: a fixed rate ends in a limit cycle"
    case .biasBug: "watch for the first step: 0.141 corrected, 0.447 not, 1.41 multiplied"
    }
  }

  /// How many steps show it.
  public var steps: Int {
    switch self {
    case .biasBug: 60
    case .diverge: 80
    case .zigzag, .adagradStall, .damping, .neverSettles, .overshoot, .luckyInertia: 150
    case .saddle, .ridge: 250
    case .limits: 600
    case .aligned: 200
    case .plateau, .rotated: 1200
    case .longValley: 3000
    }
  }
}
