public import Autodiff

extension Trainer {
  /// How well the model does on some examples as it stands, in use.
  public func evaluate(on examples: TrainingSet<Element>) -> Evaluation {
    workspace.use { tools in
      let block = tools.block(shapes)
      block.load(state.parameters)
      return evaluate(examples, tools, block)
    }
  }

  /// What the model makes of some inputs as it stands, in use, a row for each of them.
  public func outputs(of inputs: Tensor<Element>) -> Tensor<Element> {
    withModel { tape, parameters, pass in
      model.outputs(of: tape.constant(inputs), parameters: parameters, in: &pass).tensor
    }
  }

  /// The model as it stands, in use, with its parameters on a tape: for looking inside. What `body` records there is
  /// forgotten afterwards.
  public func withModel<Result: Sendable, Failure: Error>(
    _ body: (Tape<Element>, [TensorVariable<Element>], inout ForwardPass<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try workspace.use { tools throws(Failure) in
      let block = tools.block(shapes)
      block.load(state.parameters)
      var pass = ForwardPass(statistics: state.statistics)
      return try body(tools.tape, block.variables, &pass)
    }
  }

  func evaluate(
    _ examples: TrainingSet<Element>, _ tools: TrainingWorkspace<Element>.Tools,
    _ block: ParameterBlock<Element>
  ) -> Evaluation {
    var (lossSum, correct) = (0.0, 0)
    for start in stride(from: 0, to: examples.count, by: 128) {
      let rows = start..<min(start + 128, examples.count)
      tools.take(examples, rows)
      tools.tape.reset()
      var pass = ForwardPass(statistics: state.statistics)
      let batch = tools.batch(examples, inputShape)
      let (outputs, loss) = tools.forward(model, examples, batch, block, &pass)
      lossSum += Double(loss.number.value) * Double(rows.count)
      correct += tools.correct(outputs, examples) ?? 0
    }
    let count = Double(examples.count)
    return Evaluation(loss: lossSum / count, accuracy: examples.hasClasses ? Double(correct) / count : nil)
  }
}

extension TrainingWorkspace.Tools {
  /// Notes which examples make the batch.
  func take(_ examples: TrainingSet<Element>, _ positions: some Collection<Int>) {
    rows.removeAll(keepingCapacity: true)
    rows.append(contentsOf: positions)
    guard case .classes(let all) = examples else { return }
    classes.removeAll(keepingCapacity: true)
    for row in rows { classes.append(all.classes[row]) }
  }

  /// The inputs of the batch, each of them changed if asked for.
  func batch(
    _ examples: TrainingSet<Element>, _ shape: [Int], change: Augmentation = Augmentation(), seed: UInt64 = 0
  ) -> TensorVariable<Element> {
    var generator = SplitMix64(seed: seed)
    let isPicture = shape.count == 3
    return tape.constant(parts: rows.count, of: shape) { part, elements in
      examples.copyInputs(of: rows[part], into: elements)
      if change.isNone { return }
      change.change(
        elements, height: isPicture ? shape[1] : 1, width: isPicture ? shape[2] : elements.count,
        channels: isPicture ? shape[0] : 1, using: &generator)
    }
  }

  /// What the model makes of the batch, and its loss.
  func forward<Model: TrainableModel>(
    _ model: Model, _ examples: TrainingSet<Element>, _ batch: TensorVariable<Element>,
    _ block: ParameterBlock<Element>, _ pass: inout ForwardPass<Element>
  ) -> (outputs: TensorVariable<Element>, loss: TensorVariable<Element>) {
    let outputs = model.outputs(of: batch, parameters: block.variables, in: &pass)
    switch examples {
    case .classes:
      return (outputs, model.loss(of: outputs, for: .classes(classes)))
    case .values(_, let values):
      let wanted = tape.constant(parts: rows.count, of: Array(values.shape.dropFirst())) { part, elements in
        TrainingSet.copy(rows[part], of: values, into: elements)
      }
      return (outputs, model.loss(of: outputs, for: .values(wanted)))
    }
  }

  /// How many examples of the batch have the largest score in their class, the first at a tie; `nil` without classes.
  func correct(_ outputs: TensorVariable<Element>, _ examples: TrainingSet<Element>) -> Int? {
    guard examples.hasClasses else { return nil }
    return outputs.withElements { countRight($0, classes) }
  }
}

/// How many rows of scores are largest in their class.
@specialized(where Element == Float)
@specialized(where Element == Double)
private func countRight<Element: Precision>(_ scores: UnsafeBufferPointer<Element>, _ classes: [Int]) -> Int {
  let width = scores.count / max(1, classes.count)
  var right = 0
  for (row, expected) in classes.enumerated() {
    var best = row * width
    for place in row * width..<(row + 1) * width where scores[place] > scores[best] { best = place }
    if best - row * width == expected { right += 1 }
  }
  return right
}
