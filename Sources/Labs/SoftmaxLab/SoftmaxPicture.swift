import Learning

/// What follows from the scores alone: every number of every stage.
struct SoftmaxPicture: SettingsPicture {
  /// Scores with the shift, divided by the temperature, less the largest of those, and e to that power.
  let scores, scaled, lowered, powers: [Double]
  /// m, the largest scaled score; the sum of the powers.
  let most, sum: Double
  let probabilities, logProbabilities: [Double]
  /// −ln p of the true class, and its gradient by the scores.
  let crossEntropy: Double
  let gradient: [Double]
  /// What comes of the formula computed as it stands; ∞ and NaN as texts, since a lab holds numbers only.
  let naivePowers, naiveProbabilities: [String]
  let naiveSum: String
  /// Whether that differs from the stable way, because powers overflow, or because all are too small.
  let naiveOverflows, naiveVanishes: Bool
  /// Whether a power was too small to be a number, so that a probability came out as 0 that is not.
  let naiveLoses: Bool
  /// Of the binary view: σ(z), the term of each sample, their mean, the penalty, and both.
  let samples, terms: [Double]
  let mean, penalty, total: Double

  var stepCount: Int { SoftmaxScene.stages }

  init(_ scene: SoftmaxScene) throws(LabRefusal) {
    let softmax: Softmax
    do {
      softmax = try scene.softmax()
      (crossEntropy, gradient) = try softmax.crossEntropy(of: scene.target)
    } catch { throw LabRefusal(error.description) }
    let shift = softmax.shift
    scores = scene.scores
    scaled = scene.scores.map { $0 / scene.temperature }
    lowered = scaled.map { $0 - shift }
    powers = softmax.powers
    most = shift
    sum = powers.reduce(0, +)
    (probabilities, logProbabilities) = (softmax.probabilities, softmax.logProbabilities)
    let naive = softmax.naive
    naivePowers = naive.powers.map { Numeral.format($0, digits: 3) }
    naiveSum = Numeral.format(naive.sum, digits: 3)
    naiveProbabilities = naive.probabilities.map { Numeral.format($0, digits: 3) }
    naiveOverflows = !naive.sum.isFinite
    naiveVanishes = naive.sum == 0
    naiveLoses = zip(naive.probabilities, softmax.probabilities).contains { $0 == 0 && $1 > 0 }
    // ln σ(z) and ln(1 − σ(z)) = ln σ(−z), without overflow.
    let losses = zip(scene.scores, scene.labels).map { score, label in
      PointLoss.logistic.value(label ? score : -score)
    }
    samples = scene.scores.map { Activation.sigmoid.value($0) }
    terms = losses
    mean = losses.reduce(0, +) / Double(losses.count)
    penalty = Loss.penalised(0, weights: scene.weights, lambda: scene.lambda)
    total = mean + penalty
  }
}
