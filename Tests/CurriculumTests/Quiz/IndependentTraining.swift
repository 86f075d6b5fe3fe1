import Foundation

/// Batches and epochs, by dealing samples out one by one, and curves of losses, by walking along them.
enum IndependentTraining {
  private static func numbers(_ given: Given, _ name: String) -> [Double] {
    given.text(name).split(separator: " ").compactMap { Double($0) }
  }

  /// The sizes of the batches of so many samples.
  private static func batches(_ samples: Int, of size: Int) -> [Int] {
    var sizes: [Int] = []
    for sample in 0..<samples {
      if sample.isMultiple(of: size) { sizes.append(0) }
      sizes[sizes.count - 1] += 1
    }
    return sizes
  }

  // MARK: Steps

  static func steps(_ given: Given) -> Double {
    let size = given.integer("batch")
    let all = batches(given.integer("samples"), of: size)
    let kept = given.text("last") == "kept" ? all : all.filter { $0 == size }
    return Double((0..<given.integer("epochs")).reduce(0) { sum, _ in sum + kept.count })
  }

  static func stepsSlip(_ name: String, _ given: Given) -> [Double]? {
    let (samples, size, epochs) = (given.integer("samples"), given.integer("batch"), given.integer("epochs"))
    let all = batches(samples, of: size)
    let full = all.filter { $0 == size }
    let hasRest = full.count < all.count
    let isKept = given.text("last") == "kept"
    switch name {
    case "rounded-down": return hasRest && isKept ? [Double(full.count * epochs)] : []
    case "rounded-up": return hasRest && !isKept ? [Double(all.count * epochs)] : []
    case "left-a-fraction":
      return hasRest ? [Double(samples) / Double(size) * Double(epochs)] : []
    case "off-by-one": return hasRest ? [] : [Double((full.count + 1) * epochs)]
    case "gave-the-batch-size": return [Double(size)]
    case "one-update-per-epoch": return [Double(epochs)]
    case "one-update-per-sample": return [Double(samples * epochs)]
    case "forgot-epochs": return epochs > 1 ? [Double(isKept ? all.count : full.count)] : []
    case "joined-epochs":
      guard epochs > 1 else { return [] }
      let joined = batches(samples * epochs, of: size)
      return [Double(isKept ? joined.count : joined.filter { $0 == size }.count)]
    default: return nil
    }
  }

  // MARK: Batches

  static func batchSizes(_ given: Given) -> Double {
    switch given.text("form") {
    case "last": return Double(batches(given.integer("samples"), of: given.integer("batch")).last ?? 0)
    case "gradient":
      let gradients = numbers(given, "gradients")
      return gradients.reduce(0) { $0 + $1 / Double(gradients.count) }
    default:
      let losses = images(given)
      return losses.reduce(0, +) / Double(losses.count)
    }
  }

  /// The loss of each image, as that of its batch.
  private static func images(_ given: Given) -> [Double] {
    zip(numbers(given, "sizes"), numbers(given, "losses")).flatMap { [Double](repeating: $1, count: Int($0)) }
  }

  static func batchSizesSlip(_ name: String, _ given: Given) -> [Double]? {
    let form = given.text("form")
    let (gradients, losses) = (numbers(given, "gradients"), numbers(given, "losses"))
    let all = form == "last" ? batches(given.integer("samples"), of: given.integer("batch")) : []
    func only(_ own: String, _ values: [Double]) -> [Double] { form == own ? values : [] }
    switch name {
    case "gave-the-batch-size": return only("last", all.prefix(1).map(Double.init))
    case "gave-the-gap": return only("last", [Double((all.first ?? 0) - (all.last ?? 0))])
    case "gave-the-full-batches": return only("last", [Double(all.count - 1)])
    case "gave-the-steps": return only("last", [Double(all.count)])
    case "plain-mean": return only("loss", [losses.reduce(0, +) / 2])
    case "divided-by-batches": return only("loss", [images(given).reduce(0, +) / 2])
    case "sum-for-mean":
      return form == "last" ? [] : [(form == "loss" ? images(given) : gradients).reduce(0, +)]
    case "gave-a-sample": return only("gradient", [gradients.first, gradients.last].compactMap { $0 })
    case "dropped-a-term":
      return form == "loss"
        ? [losses[0]]
        : only("gradient", [gradients.dropLast().reduce(0, +) / Double(max(1, gradients.count))])
    default: return nil
    }
  }

  // MARK: Curves

  static func overfitting(_ given: Given) -> Double {
    let (training, test) = (numbers(given, "training"), numbers(given, "test"))
    switch given.text("form") {
    case "turn": return Double(smallest(test))
    case "stop": return Double(stop(test, patience: given.integer("patience")))
    default:
      let epoch = given.integer("epoch")
      return test[epoch - 1] - training[epoch - 1]
    }
  }

  /// The epoch, from 1, with the smallest loss.
  private static func smallest(_ losses: [Double]) -> Int {
    losses.indices.sorted { losses[$0] < losses[$1] }[0] + 1
  }

  /// The first epoch with so many before it, itself among them, that are all worse than one still earlier.
  private static func stop(_ losses: [Double], patience: Int) -> Int {
    (patience + 1...losses.count).first { epoch in
      let waited = losses[epoch - patience..<epoch]
      return (waited.min() ?? 0) > (losses[..<(epoch - patience)].min() ?? 0)
    } ?? 0
  }

  /// The epoch before the first rise.
  private static func rise(_ losses: [Double]) -> Int? {
    (1..<losses.count).first { losses[$0] > losses[$0 - 1] }
  }

  static func overfittingSlip(_ name: String, _ given: Given) -> [Double]? {
    let (training, test) = (numbers(given, "training"), numbers(given, "test"))
    let form = given.text("form")
    let patience = given.integer("patience")
    let best = form == "stop" ? stop(test, patience: patience) - patience : smallest(test)
    let epoch = form == "gap" ? given.integer("epoch") : 1
    func only(_ own: String, _ value: Double) -> [Double] { form == own ? [value] : [] }
    switch name {
    case "last-epoch": return form == "gap" ? [] : [Double(test.count)]
    case "first-rise":
      guard form != "gap", let rise = rise(test) else { return [] }
      return [Double(form == "stop" ? rise + patience : rise)]
    case "epoch-from-zero":
      guard form == "gap" else { return only("turn", Double(best - 1)) }
      return epoch < test.count ? [test[epoch] - training[epoch]] : []
    case "one-epoch-late": return only("turn", Double(best + 1))
    case "gave-the-loss-value": return only("turn", test[best - 1])
    case "forgot-patience": return only("stop", Double(best + 1))
    case "patience-from-rise": return only("stop", Double(best + patience + 1))
    case "gave-the-best-epoch": return only("stop", Double(best))
    case "training-for-gap": return only("gap", training[epoch - 1])
    case "test-for-gap": return only("gap", test[epoch - 1])
    case "sum-for-gap": return only("gap", training[epoch - 1] + test[epoch - 1])
    case "gap-turned": return only("gap", training[epoch - 1] - test[epoch - 1])
    default: return nil
    }
  }
}
