import Autodiff
import Learning
import TerminalUI

/// What is seen of a training at one update: the map of the plane, every unit's response, how points fare, and the weight
/// in focus.
struct ClassifyMoment: Sendable {
  /// A unit that no longer learns, or hardly.
  enum Trouble: Sendable {
    /// It gives 0 for every point that is learned from.
    case dead
    /// It gives one of its two ends, within a hundredth, for at least 95 of 100 points.
    case saturated
  }

  /// A unit as a small picture.
  struct Unit: Sendable {
    /// What it answers in every place of the plane.
    let response: HeatMap
    let trouble: Trouble?
  }

  /// What it depends on.
  struct Key: Equatable, Sendable {
    /// Which of the lab's trainings it is, and after how many updates.
    let training, update: Int
    /// How the next update will be made, or whether none comes, and the weight in focus, whose update it is.
    let settings: TrainingSettings
    let isOver: Bool
    let weight: Int

    init(_ training: Int, _ trainer: Trainer<ShapedNetwork, Double>, _ viewState: ClassifyScene.ViewState) {
      (self.training, update) = (training, trainer.state.update)
      (settings, isOver, weight) = (trainer.settings, trainer.ending != nil, viewState.weight)
    }
  }

  let key: Key
  /// Which class wins where: with two classes how surely, from -1 for the first to 1 for the second.
  let region: HeatMap
  /// The units of each layer, hidden ones first, the scores last.
  let units: [[Unit]]
  /// How well it does on what it learns from, and on the others.
  let training: Evaluation
  let test: Evaluation?
  /// The next update of the weight in focus; `nil` where there is none.
  let next: ParameterUpdate?

  /// Places along each side of the map, and of the pictures of units: bounded, so that it is made in time on any screen.
  private static let regionSide = 56
  private static let unitSize = Size(width: 12, height: 8)

  /// The update after which this is.
  var update: Int { key.update }

  /// What is seen of `run` now, for which `key` stands.
  init(_ run: ClassifyRun, _ key: Key) {
    let trainer = run.trainer
    self.key = key
    region = Self.region(run)
    units = Self.units(run)
    training = trainer.evaluate(on: trainer.examples)
    test = trainer.test.map { trainer.evaluate(on: $0) }
    next = key.isOver ? nil : trainer.nextUpdates(of: [key.weight]).first
  }

  /// Units with a trouble, in all hidden layers.
  func count(_ trouble: Trouble) -> Int {
    units.dropLast().joined().count { $0.trouble == trouble }
  }

  private static func region(_ run: ClassifyRun) -> HeatMap {
    let size = Size(width: regionSide, height: regionSide)
    let scores = run.trainer.outputs(of: places(size, run.viewport))
    let classes = max(1, run.data.classes.count)
    let samples = (0..<size.width * size.height).map { place -> Double in
      let row = scores.elements[(place * classes)..<((place + 1) * classes)]
      let start = row.startIndex
      if classes == 2 {
        // tanh(d/2) = p₁ - p₀ of the softmax.
        let difference = row[start + 1] - row[start]
        return Double.tanh(difference / 2)
      }
      let winner = row.indices.max { row[$0] < row[$1] } ?? start
      return Double(winner - start) / Double(max(1, classes - 1))
    }
    let field = Field(size: size, viewport: run.viewport, samples: samples)
    return classes == 2
      ? HeatMap(field, scale: .diverging, range: -1...1) : HeatMap(field, scale: .linear, range: 0...1)
  }

  /// The middles of a grid of cells, row by row, as inputs.
  private static func places(_ size: Size, _ viewport: Viewport) -> Tensor<Double> {
    var elements: [Double] = []
    elements.reserveCapacity(2 * size.width * size.height)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let place = viewport.middle(of: Point(x: x, y: y), in: size)
        elements.append(place.x)
        elements.append(place.y)
      }
    }
    return inputs(elements)
  }

  /// Points, two numbers each, as what the network takes.
  private static func inputs(_ elements: [Double]) -> Tensor<Double> {
    do { return try Tensor(shape: [elements.count / 2, 2], elements: elements) } catch {
      preconditionFailure("Two numbers make a point: \(error).")
    }
  }

  private static func units(_ run: ClassifyRun) -> [[Unit]] {
    let network = run.trainer.model
    let layers = ClassifyLayer.all(of: network)
    let grid = activations(run, places(unitSize, run.viewport))
    let learned = run.data.training
    let numbers = (0..<learned.count).flatMap { learned[$0] }
    let onPoints = activations(run, inputs(numbers))
    return layers.map { layer in
      let (width, answers) = (layer.units, grid[layer.shown].elements)
      let found = onPoints[layer.shown].elements
      return (0..<width).map { unit in
        let samples = stride(from: unit, to: answers.count, by: width).map { answers[$0] }
        let field = Field(size: unitSize, viewport: run.viewport, samples: samples)
        let own = stride(from: unit, to: found.count, by: width).lazy.map { found[$0] }
        return Unit(
          response: HeatMap(field, scale: .diverging), trouble: trouble(layer.activation, Array(own)))
      }
    }
  }

  private static func activations(_ run: ClassifyRun, _ inputs: Tensor<Double>) -> [Tensor<Double>] {
    run.trainer.withModel { tape, parameters, pass in
      run.trainer.model.activations(of: tape.constant(inputs), parameters: parameters, in: &pass).map(
        \.tensor)
    }
  }

  private static func trouble(_ activation: LayerActivation?, _ answers: [Double]) -> Trouble? {
    func isMostly(_ isEnd: (Double) -> Bool) -> Bool {
      answers.count(where: isEnd) * 100 >= answers.count * 95
    }
    switch activation {
    case .relu: return answers.allSatisfy({ $0 == 0 }) ? .dead : nil
    case .tanh: return isMostly({ abs($0) > 0.99 }) ? .saturated : nil
    case .sigmoid: return isMostly({ $0 < 0.01 || $0 > 0.99 }) ? .saturated : nil
    case .linear, .threshold, .leaky, .parametric, .softmax, nil: return nil
    }
  }
}
