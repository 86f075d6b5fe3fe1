import ArgumentParser
import Autodiff
import Learning

/// `strider predict`: what a trained network makes of a picture.
struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Show what a trained network makes of a picture.",
    usage: "strider predict <picture> --load <weights> [--network <network>] [<options>]",
    discussion: """
      A picture is a PGM or PPM file, scaled to the size that the network takes, or rows of numbers as the network takes \
      them, 0 to 1, with a slash between blanks between channels. \
      For example: strider predict four.pgm --load digits.safetensors --network digits-cnn
      """)

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("A picture, or rows in quotes.", valueName: "picture"))
  var picture: [String] = []

  @Option(parsing: .unconditional, help: "The weights: a safetensors file.")
  var load: String

  @Option(parsing: .unconditional, help: "A preset, or layers in the notation of the lectures.")
  var network = NetworkPreset.digitsCNN.name

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What the network takes. (default: what its preset takes; of rows their own size; else 8x8)",
      valueName: "shape"))
  var input: String?

  @Option(parsing: .unconditional, help: "single or double.")
  var precision = "single"

  @Option(
    parsing: .unconditional,
    help: "Also move every pixel by so much, the way that makes the predicted class less likely.")
  var nudge: String?

  @Flag(help: "The picture is dark on light: take 1 minus every pixel.")
  var invert = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let text = try OptionText.only(
      picture, name: "a picture", example: "strider predict four.pgm --load digits.safetensors")
    let names = network
    let source = try OptionText("--network", names).refusals { () throws(NetworkNotationError) in
      try NetworkSource(parsing: names)
    }
    let size = try nudge.map { try OptionText("--nudge", $0).number() }
    let precision = try OptionText("--precision", precision).choice(NumberPrecision.self)
    let given = try PredictedPicture(
      OptionText("picture", text), input: input.map { try OptionText("--input", $0).volume() },
      source: source,
      isInverted: invert)
    let network = try OptionText("--network", names).refusals { () throws(NetworkShapeError) in
      try ShapedNetwork(source.network, input: given.shape)
    }
    guard case .vector(let classes) = network.output, classes > 0 else {
      throw UsageError.refused(
        option: "--network", sentence: "it gives \(network.output) where a row of scores is wanted",
        fault: .data)
    }
    try network.checkEvaluation(images: 1)
    let path = load
    let bytes = try OptionText("--load", path).refusals { () throws(FileError) in
      try InputFile.bytes(at: path, upTo: Limits.dataBytes)
    }
    let result =
      switch precision {
      case .single: try prediction(given, network, bytes, size, as: Float.self)
      case .double: try prediction(given, network, bytes, size, as: Double.self)
      }
    try output.print(json: json(result), text: report(source, result, size))
  }

  /// Probabilities before and after the nudge.
  private typealias Result = (probabilities: [Double], nudged: [Double]?)

  private func prediction<Element: Precision>(
    _ given: PredictedPicture, _ network: ShapedNetwork, _ bytes: [UInt8], _ size: Double?, as _: Element.Type
  ) throws -> Result {
    let path = load
    let weights = try OptionText("--load", path).refusals(ofFile: path) { () throws(WeightsError) in
      try NetworkWeights<Element>(safetensors: bytes, for: network)
    }
    let predictor = Predictor(network, weights)
    let pixels = given.pixels.map { Element($0) }
    let probabilities = predictor.probabilities(of: pixels)
    let nudged = size.map { predictor.probabilities(of: predictor.nudged(pixels, by: Element($0))) }
    return (probabilities.map(Double.init), nudged?.map(Double.init))
  }

  private func json(_ result: Result) -> JSON {
    var members: [String: JSON] = [
      "probabilities": .numbers(result.probabilities),
      "class": .number(Predictor<Double>.largest(result.probabilities)),
    ]
    if let nudged = result.nudged {
      members["nudged_probabilities"] = .numbers(nudged)
      members["nudged_class"] = .number(Predictor<Double>.largest(nudged))
    }
    return .object(members)
  }

  private func report(_ source: NetworkSource, _ result: Result, _ size: Double?) -> Report {
    var report = Report("Prediction of \(source.text)")
    let predicted = Predictor<Double>.largest(result.probabilities)
    var pairs = [("class", "\(predicted)"), ("probability", Numeral.format(result.probabilities[predicted]))]
    if let nudged = result.nudged, let size {
      let other = Predictor<Double>.largest(nudged)
      pairs.append(
        (
          "nudged",
          "every pixel by \(Numeral.format(size)) along the sign of ∂L/∂x, L the loss of class \(predicted)"
        ))
      pairs.append(("class then", "\(other), probability \(Numeral.format(nudged[other]))"))
    }
    report.pairs(pairs.map { (name: $0.0, value: $0.1) })
    report.section("Probabilities")
    let headings = ["class", "probability"] + (result.nudged == nil ? [] : ["nudged"])
    report.table(
      headings,
      result.probabilities.indices.map { index in
        ["\(index)", Numeral.format(result.probabilities[index], digits: 5)]
          + (result.nudged.map { [Numeral.format($0[index], digits: 5)] } ?? [])
      })
    return report
  }
}
