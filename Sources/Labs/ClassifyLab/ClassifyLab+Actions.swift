import Learning
import TerminalUI

extension ClassifyLab {
  mutating func perform(_ action: ClassifyAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .view(let step): viewState.view = ClassifyScene.View.allCases.neighbour(of: viewState.view, by: step)
    case .preset(let step):
      var scene = preset(by: step).scene
      scene.viewState.view = viewState.view
      open(scene)
    case .data(let step):
      let all = PointPattern.allCases.map { PointSource.pattern($0) }
      let next = all.neighbour(ofIndex: all.firstIndex(of: setup.points.source), by: step)
      tryChange { $0.take(next, classes: 2) }
    case .typeData: ask(.data, "points or f(x):", setup.points.source.text)
    case .typeNetwork: ask(.network, "layers:", ClassifyWords.layers(setup.layers))
    case .typeOptimizer: ask(.optimizer, "optimizer:", run.trainer.settings.optimizer.description)
    case .count(let step): changeCount(by: step)
    case .noise(let step): changeNoise(by: step)
    case .reseed: tryChange { $0.points.seed &+= 1 }
    case .restartWeights: tryChange { $0.seed &+= 1 }
    case .layers(let step):
      changeForm { hidden, _, _ in
        if step > 0 { hidden.append(hidden.last ?? 8) } else if !hidden.isEmpty { hidden.removeLast() }
      }
    case .units(let step):
      changeForm { hidden, _, _ in hidden = hidden.map { min(max(1, $0 + step), Self.mostUnits) } }
    case .activation(let step):
      changeForm { _, activation, _ in
        activation = Self.activations.neighbour(
          ofIndex: Self.activations.firstIndex(of: activation), by: step)
      }
    case .dropout(let step):
      changeForm { _, _, dropout in
        dropout = Self.rates.neighbour(ofIndex: Self.rates.firstIndex(of: dropout), by: step)
      }
    case .rate(let step): changeRate(by: step)
    case .decay(let step): changeDecay(by: step)
    case .schedule(let step): changeSchedule(by: step)
    case .batch(let step): changeBatch(by: step, among: Self.batchSizes)
    case .epochs(let step): changeEpochs(by: step)
    case .pace(let step): changePace(by: step)
    case .stop:
      let all: [[TrainingStop]] = [[], [.lossBelow(0.05)], [.noProgress(epochs: 20)]]
      let next = all.neighbour(ofIndex: all.firstIndex(of: setup.stops), by: 1)
      if tryChange({ $0.stops = next }) { chrome.say(ClassifyWords.stops(next)) }
    }
    return nil
  }

  mutating func perform(_ action: WeightAction) {
    switch action {
    case .up: moveWeight(units: -1, inputs: 0)
    case .down: moveWeight(units: 1, inputs: 0)
    case .left: moveWeight(units: 0, inputs: -1)
    case .right: moveWeight(units: 0, inputs: 1)
    case .leave: isAmongWeights = false
    }
  }

  static let mostUnits = 16
  private static let activations: [LayerActivation] = [.tanh, .relu, .sigmoid, .leaky(slope: 0.01), .linear]
  private static let rates = [0, 0.1, 0.2, 0.3, 0.5]
  private static let mostLayers = 4

  // MARK: Changing

  private mutating func changeForm(
    _ edit: (inout [Int], inout LayerActivation, inout Double) -> Void
  ) {
    guard let form = setup.form else {
      return chrome.refuse("These layers are of another form: n types them.")
    }
    var (hidden, activation, dropout) = (form.hidden, form.activation ?? .tanh, form.dropout)
    edit(&hidden, &activation, &dropout)
    guard hidden.count <= Self.mostLayers else {
      return chrome.refuse("The lab has up to \(Self.mostLayers) hidden layers; the command takes more.")
    }
    guard !hidden.isEmpty || !form.hidden.isEmpty else {
      return chrome.refuse("There is no hidden layer: k adds one.")
    }
    let scores = run.data.classes.count
    tryChange { setup in
      setup.layers = ClassifyScene.Setup.layers(hidden, activation, scores: scores)
      if dropout > 0 { setup.drop(dropout) }
    }
  }

  private mutating func changeCount(by step: Int) {
    guard setup.points.source.isDrawn else { return chrome.refuse("These points are given, not drawn.") }
    let counts = [20, 50, 100, 200, 400, 1_000, 2_000]
    let count = setup.points.count
    if let next = step > 0 ? counts.first(where: { $0 > count }) : counts.last(where: { $0 < count }) {
      tryChange { $0.points.count = next }
    } else {
      chrome.refuse("The lab draws 20 to 2,000 points.")
    }
  }

  private mutating func changeNoise(by step: Int) {
    guard setup.points.source.isDrawn else { return chrome.refuse("These points are given, not drawn.") }
    let next = ((setup.points.noise + 0.05 * Double(step)) * 100).rounded() / 100
    guard (0...1).contains(next) else { return chrome.refuse("The lab adds noise of 0 to 1.") }
    tryChange { $0.points.noise = next }
  }

  // MARK: Focus

  var layers: [ClassifyLayer] { ClassifyLayer.all(of: run.trainer.model) }

  /// The layer in focus; there is always one, since the scores come from one.
  var layer: ClassifyLayer {
    let all = layers
    return all.first { $0.places.contains(viewState.weight) } ?? all[all.count - 1]
  }

  mutating func moveFocus(by step: Int) {
    let all = layers
    viewState.weight = all.neighbour(of: layer, by: step).first
  }

  mutating func openPane() {
    isAmongWeights = true
    if viewState.view == .curves { viewState.view = .weights }
    chrome.say("Arrows move among the weights, tab changes the layer; enter is done.")
  }

  mutating func leavePane() -> Bool {
    defer { isAmongWeights = false }
    return isAmongWeights
  }

  mutating func restart() {
    open(openedVersion)
    isAmongWeights = false
  }

  private mutating func moveWeight(units: Int, inputs: Int) {
    guard let cell = layer.cell(of: viewState.weight) else { return }
    let unit = min(max(0, cell.unit + units), layer.units - 1)
    let input = min(max(0, (cell.input ?? layer.inputs) + inputs), layer.columns - 1)
    viewState.weight = layer.place(unit: unit, input: input)
  }

  // MARK: Typed texts

  private mutating func ask(_ purpose: Purpose, _ prompt: String, _ text: String) {
    self.prompt = Prompt(purpose, LineEditor(prompt: prompt, text: text, limit: 20_000))
  }

  /// A table of points has a row in each line.
  func line(pasted text: String, for purpose: Purpose) -> String {
    switch purpose {
    case .data:
      text.trimmed.replacing("\t", with: ",").split(whereSeparator: \.isNewline).joined(separator: ";")
    case .network, .optimizer, .guess: text
    }
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .data:
      var points = setup.points
      let classes: Int
      do {
        points.source = try PointSource(parsing: text)
        classes = try points.dataSet(testShare: setup.testShare).classes.count
      } catch { throw LabRefusal(error.description) }
      try change { $0.take(points.source, classes: classes) }
    case .network:
      let network = try LabRefusal.refusing { try Network(parsing: text) }
      try change { $0.layers = network.layers }
    case .optimizer: try take(optimizer: text)
    case .guess(let prediction): try judge(text, against: prediction, revealing: timeline.position + 1)
    }
  }

  /// Asks for the weight in focus after the next update.
  mutating func openGuess() {
    guard let next = moment.next else { return chrome.refuse("Training has ended: go back with ← to guess.") }
    timeline.jump(to: timeline.position)
    let (update, rate) = (next.update, next.constants.rate)
    let (old, new, slope) = (update.parameter, update.next, update.rawGradient)
    let misconceptions = [
      Prediction.Misconception(old + (old - new), "with the sign the other way round"),
      Prediction.Misconception(old - slope, "without the rate"),
      Prediction.Misconception(old - rate * slope, "as plain descent would step"),
      Prediction.Misconception(old, "when it stays"),
    ]
    let prediction = Prediction(
      question: "w after update \(moment.update + 1) =", answer: new,
      misconceptions: misconceptions)
    prompt = Prompt(.guess(prediction), asking: prediction)
  }

  /// A click on a weight of the table takes the focus there, one on a unit of the pictures to its first weight.
  mutating func click(at point: Point) {
    let layout = ClassifyLayout(self)
    if let place = WeightTable(self).weight(at: point, in: layout.weights) {
      viewState.weight = place
    } else if let unit = UnitPictures(self).unit(at: point, in: layout.units) {
      viewState.weight = layers[unit.layer].place(unit: unit.unit, input: 0)
    }
  }
}

extension ClassifyScene.Setup {
  /// Takes other points; the last layer gets a score for each of their classes.
  fileprivate mutating func take(_ source: PointSource, classes: Int) {
    points.source = source
    guard let form else { return }
    layers = Self.layers(form.hidden, form.activation ?? .tanh, scores: classes)
    if form.dropout > 0 { drop(form.dropout) }
  }
}
