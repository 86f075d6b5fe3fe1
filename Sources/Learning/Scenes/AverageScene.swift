/// The state of the averages lab.
///
///     ema:DATA?beta=0.98&seed=3&start=corrected&show=first,zero&step=12
///     ema:DATA?beta=0.9,0.5,0.98
///
/// DATA is `eur-usd`, `noise`, `step`, `ramp` or numbers with commas; `seed` belongs to `noise`. `start` is the average in
/// focus, whose update line and weights are shown; `show` lists the curves. With several `beta` the average in focus is
/// drawn with each of them instead; the first is the one in focus.
public struct AverageScene: SteppedScene {
  /// What scenes call the lab.
  public static let lab = "ema"

  /// What is averaged.
  public var data: AverageData
  /// The weight of the old average, 0 ≤ β < 1.
  public var beta = 0.9
  /// Further β to compare with ``beta``, all different; the average in focus is then drawn with each of them.
  public var otherBetas: [Double] = []
  /// The average in focus.
  public var start = AverageStart.first
  /// The averages that are drawn.
  public var shown: Set<AverageStart> = Set(AverageStart.allCases)
  /// Timeline position: how many samples are in, 0 before the first.
  public var step = 0

  /// The most β that one scene compares.
  public static let mostBetas = 6

  /// All β from the lowest to the highest.
  public var betas: [Double] { ([beta] + otherBetas).sorted() }

  /// Reads one β or several, separated by commas or blanks, in the order in which they are given.
  ///
  /// - Throws: ``AverageError``
  public static func betas(parsing text: String) throws(AverageError) -> [Double] {
    let words: [Substring]
    do { words = try TypedList.words(text) } catch { throw .table(error) }
    var betas: [Double] = []
    for word in words {
      do { betas.append(try MovingAverage.beta(parsing: word)) } catch {
        // A comma for a point, 0,9, is one number to its writer.
        throw text.contains(".") || Numeral.withPoint(text) == nil ? error : .beta(text)
      }
    }
    guard (1...mostBetas).contains(betas.count), Set(betas).count == betas.count else { throw .betas(text) }
    return betas
  }

  /// A scene before its first sample.
  public init(_ data: AverageData = .euroDollar) { self.data = data }
}

extension AverageScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    let seed = try reader.seed("seed")
    do {
      self.init(try AverageData(parsing: reader.part(0) ?? "eur-usd", seed: seed ?? 1))
    } catch { throw SceneError(error) }
    if seed != nil, !data.isNoise { throw .needless(key: "seed", without: "the data noise") }
    if let text = try reader.text("beta") {
      do {
        let betas = try Self.betas(parsing: text)
        (beta, otherBetas) = (betas[0], Array(betas.dropFirst()))
      } catch { throw SceneError(error) }
    }
    start = try reader.choice("start", AverageStart.self) ?? start
    shown = try Self.shown(reader.text("show")) ?? shown
    step = try reader.wholeNumber("step", in: 0...Limits.steps) ?? step
    try reader.finish()
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab, path: [data.text])
    string.set("beta", [beta] + otherBetas, usually: [0.9]) { $0.map(Numeral.exact).joined(separator: ",") }
    if case .noise(let seed) = data { string.set("seed", seed, usually: 1, \.description) }
    string.set("start", start, usually: .first)
    string.set("show", shown, usually: Set(AverageStart.allCases)) { shown in
      AverageStart.allCases.filter(shown.contains).map(\.rawValue).joined(separator: ",")
    }
    string.set("step", step, usually: 0, \.description)
    return string
  }

  private static func shown(_ text: String?) throws(SceneError) -> Set<AverageStart>? {
    guard let text else { return nil }
    var shown: Set<AverageStart> = []
    for name in text.split(separator: ",") {
      guard let start = AverageStart(rawValue: String(name)) else {
        throw .badValue(
          key: "show", text, expected: .oneOf(AverageStart.allCases.map(\.rawValue)))
      }
      shown.insert(start)
    }
    return shown
  }
}
