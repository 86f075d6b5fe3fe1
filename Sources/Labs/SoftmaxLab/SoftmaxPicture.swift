import Learning

/// What follows from the scores alone: every number of every stage, in every view.
struct SoftmaxPicture: SettingsPicture {
  /// Of the classes, computed the stable way.
  let stable: Stable
  /// Of the classes, by the formula as it stands.
  let naive: Naive
  /// Of the binary view.
  let binary: Binary

  struct Stable: Equatable, Sendable {
    /// Scores divided by the temperature, less the largest of those, and e to that power.
    let scaled, lowered, powers: [Double]
    /// m, the largest scaled score; the sum of the powers.
    let most, sum: Double
    let probabilities: [Double]
    /// −ln p of the true class, and its gradient by the scores.
    let crossEntropy: Double
    let gradient: [Double]
  }

  struct Naive: Equatable, Sendable {
    /// ∞ and NaN as texts, since a lab holds numbers only.
    let powers, probabilities: [String]
    let sum: String
    /// Whether it differs from the stable way, because powers overflow, or because all are too small.
    let overflows, vanishes: Bool
    /// Whether a power was too small to be a number, so that a probability came out as 0 that is not.
    let loses: Bool
  }

  struct Binary: Equatable, Sendable {
    /// σ(z), and the term of each sample.
    let samples, terms: [Double]
    /// The mean of the terms, the penalty, and both.
    let mean, penalty, total: Double
  }

  var stepCount: Int { SoftmaxScene.stages }

  init(_ scene: SoftmaxScene) throws(LabRefusal) {
    do {
      let softmax = try scene.softmax()
      stable = Stable(softmax, try softmax.crossEntropy(of: scene.target))
      naive = Naive(softmax)
    } catch { throw LabRefusal(error.description) }
    binary = Binary(scene)
  }
}

extension SoftmaxPicture.Stable {
  fileprivate init(_ softmax: Softmax, _ loss: (value: Double, gradient: [Double])) {
    scaled = softmax.logits.map { $0 / softmax.temperature }
    most = softmax.shift
    lowered = scaled.map { [most] in $0 - most }
    powers = softmax.powers
    sum = powers.reduce(0, +)
    probabilities = softmax.probabilities
    (crossEntropy, gradient) = loss
  }
}

extension SoftmaxPicture.Naive {
  fileprivate init(_ softmax: Softmax) {
    let naive = softmax.naive
    powers = naive.powers.map { Numeral.format($0, digits: 3) }
    sum = Numeral.format(naive.sum, digits: 3)
    probabilities = naive.probabilities.map { Numeral.format($0, digits: 3) }
    overflows = !naive.sum.isFinite
    vanishes = naive.sum == 0
    loses = zip(naive.probabilities, softmax.probabilities).contains { $0 == 0 && $1 > 0 }
  }
}

extension SoftmaxPicture.Binary {
  fileprivate init(_ scene: SoftmaxScene) {
    samples = scene.scores.map { Activation.sigmoid.value($0) }
    // ln σ(z) and ln(1 − σ(z)) = ln σ(−z), without overflow.
    terms = zip(scene.scores, scene.labels).map { score, label in
      PointLoss.logistic.value(label ? score : -score)
    }
    mean = terms.reduce(0, +) / Double(terms.count)
    penalty = Loss.penalised(0, weights: scene.weights, lambda: scene.lambda)
    total = mean + penalty
  }
}
