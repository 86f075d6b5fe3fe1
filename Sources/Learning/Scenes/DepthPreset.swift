/// Deep networks with a name, those of the lectures first.
public enum DepthPreset: String, CaseIterable, Sendable {
  case lecture
  case halving
  case doubling
  case saturated
  case vanishing
  case exploding
  case skip
  case threshold
  case zero
  case equal
  case small
  case large
  case xavier
  case xavierReLU = "xavier-relu"
  case he
  case norm
  case residual
  case forgetting
  case remembering
  case blowingUp = "blowing-up"

  /// A name for headings and the search.
  public var title: String {
    switch self {
    case .lecture: "the lecture's chain of sigmoids"
    case .halving: "tanh with weight 0.5"
    case .doubling: "ReLU with weight 2"
    case .saturated: "saturated sigmoids"
    case .vanishing: "vanishing gradients"
    case .exploding: "exploding gradients"
    case .skip: "skip connections in a chain"
    case .threshold: "no slope at all"
    case .zero: "weights all 0"
    case .equal: "weights all alike"
    case .small: "weights too small"
    case .large: "weights too large"
    case .xavier: "Xavier for tanh"
    case .xavierReLU: "Xavier for ReLU"
    case .he: "He for ReLU"
    case .norm: "batch norm mends small weights"
    case .residual: "skip connections in wide layers"
    case .forgetting: "a recurrent unit forgets"
    case .remembering: "a recurrent unit remembers"
    case .blowingUp: "a recurrent unit blows up"
    }
  }

  /// What to look at when all layers are worked out, in one line.
  public var watchFor: String {
    switch self {
    case .lecture: "Watch for Δw4, Δw3, Δw2, the lecture's Δw54, Δw43, Δw32: each about an eighth."
    case .halving: "Watch for the gradients: the weight 0.5 halves them, layer by layer, or more."
    case .doubling: "Watch for the factors: an active ReLU has slope 1, so the weight 2 is left."
    case .saturated: "Watch for the factors: 0.015, though the weight is 6; σ is level out there."
    case .vanishing: "Watch for the factors: σ is never steeper than 1/4, so none exceeds w/4."
    case .exploding: "Watch for the gradients: a factor of 1.5 a layer is 2,217 after 19 of them."
    case .skip: "Watch for the factor 1.1: 0.1 of the layer and 1 of the skip connection."
    case .threshold: "Watch for the gradients: a threshold is level, so nothing comes back."
    case .zero: "Watch for the outputs: every one is 0, and no gradient passes the last layer."
    case .equal: "Watch for the layer's line: neurons with equal weights are all alike."
    case .small: "Watch for the outputs: each layer leaves about a twelfth of their spread."
    case .large: "Watch for the outputs: most of them near -1 and 1, where tanh is level."
    case .xavier: "Watch for the spread: outputs keep more than a fifth of it over 20 layers."
    case .xavierReLU: "Watch for the outputs: ReLU cuts half away; Xavier does not make up for it."
    case .he: "Watch for the spread: He doubles the variance, which is what ReLU needs."
    case .norm: "Watch for the spread: weights of 0.01 again, but every layer is normalised."
    case .residual: "Watch for the gradients: 0.01 is too small, yet the skips hand them on whole."
    case .forgetting: "Watch for the shares: the earliest steps add next to nothing to ∂L/∂w."
    case .remembering: "Watch for the shares: with w = 1 every step adds the same to ∂L/∂w."
    case .blowingUp: "Watch for the gradients: w = 1.2 enlarges them from step to step, 200 times."
    }
  }

  /// The scene in which it opens, all layers worked out.
  public var scene: DepthScene {
    var scene = DepthScene(known: spelling)
    scene.step = scene.steps
    return scene
  }

  private var spelling: String {
    switch self {
    case .lecture: "depth:0.5x4?activation=sigmoid&target=1"
    case .halving: "depth:0.5x4?target=1"
    case .doubling: "depth:2x4?activation=relu&input=0.1&target=1"
    case .saturated: "depth:6x4?activation=sigmoid"
    case .vanishing: "depth:1x10?activation=sigmoid"
    case .exploding: "depth:1.5x20?activation=linear&input=0.001&target=1"
    case .skip: "depth:0.1x5?activation=linear&skip=true"
    case .threshold: "depth:1x5?activation=threshold"
    case .zero: "depth?view=layers&init=zero"
    case .equal: "depth?view=layers&init=equal"
    case .small: "depth?view=layers&init=small"
    case .large: "depth?view=layers&init=large"
    case .xavier: "depth?view=layers"
    case .xavierReLU: "depth?view=layers&activation=relu"
    case .he: "depth?view=layers&activation=relu&init=he-uniform"
    case .norm: "depth?view=layers&init=small&norm=true"
    case .residual: "depth?view=layers&init=small&skip=true"
    case .forgetting: "depth:1.5x20?view=unrolled"
    case .remembering: "depth:1x20?view=unrolled&activation=linear&target=2"
    case .blowingUp: "depth:1.2x30?view=unrolled&activation=linear&input=0.1&target=1"
    }
  }
}
