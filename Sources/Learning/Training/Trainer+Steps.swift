import Autodiff

extension Trainer {
  /// What was found of a batch.
  struct BatchResult {
    let size: Int
    let loss: Double
    /// How many were classified rightly; `nil` where there are no classes.
    let correct: Int?
  }

  /// Makes the next update on the tape's parameters, or says what is not finite. Then the state is as before, but for
  /// `.parameter`.
  mutating func step(
    _ tools: TrainingWorkspace<Element>.Tools, _ block: ParameterBlock<Element>
  ) -> TrainingEnd.Divergence? {
    let settings = enterPhase()
    let rule = settings.optimizer.rule
    tools.statistics.removeAll(keepingCapacity: true)
    tools.statistics.append(contentsOf: state.statistics)
    if rule.looksAhead { lookAhead(rule, tools, block) }
    let result = differentiate(settings, tools, block, &state.statistics)
    if rule.looksAhead { block.load(tools.parameters) }
    guard result.loss.isFinite, block.hasFiniteGradients else {
      state.statistics.overwrite(with: tools.statistics)
      return result.loss.isNaN ? .lossUndefined : result.loss.isInfinite ? .lossInfinite : .gradient
    }
    let rate = settings.schedule.rate(settings.optimizer.learningRate, at: state.update)
    let number = state.stepsOfRule + 1
    block.withValuesAndGradients { parameters, gradients in
      state.memory.withUnsafeMutableBufferPointer { memory in
        guard let block = OptimizerBlock(parameters: parameters, gradients: gradients, memory: memory) else {
          return
        }
        settings.optimizer.move(block, number: number, rate: rate)
      }
    }
    guard block.hasFiniteValues else { return .parameter }
    finish(result, rate)
    if state.used == examples.count { finishEpoch(settings, tools, block) }
    return nil
  }

  /// The settings of the next update. Where another rule takes over, its memory is empty.
  private mutating func enterPhase() -> TrainingSettings {
    let phase = phase(after: state.update)
    let settings = changes[phase].settings
    if phase != state.phase {
      if settings.optimizer.name != changes[state.phase].settings.optimizer.name {
        state.memory = settings.optimizer.freshMemory(of: state.parameters.count, as: Element.self)
        state.stepsOfRule = 0
      }
      state.phase = phase
    }
    return settings
  }

  /// Forward and back through the next batch: its loss, with the gradients on the tape.
  func differentiate(
    _ settings: TrainingSettings, _ tools: TrainingWorkspace<Element>.Tools, _ block: ParameterBlock<Element>,
    _ statistics: inout [Element]
  ) -> BatchResult {
    tools.order.prepare(state.epoch, of: examples.count, seed: isShuffled ? seed : nil)
    let size = min(settings.batchSize, examples.count - state.used)
    tools.take(examples, tools.order.positions[state.used..<state.used + size])
    tools.tape.reset()
    var pass = ForwardPass<Element>(
      trainingWith: [], seed: ExampleOrder.seed(~seed, of: state.update))
    swap(&pass.statistics, &statistics)
    let batch = tools.batch(
      examples, inputShape, change: settings.augmentation,
      seed: ExampleOrder.seed(seed &+ 1, of: state.update))
    let (outputs, loss) = tools.forward(model, examples, batch, block, &pass)
    swap(&pass.statistics, &statistics)
    tools.tape.sweep(from: loss)
    return BatchResult(
      size: size, loss: Double(loss.number.value), correct: tools.correct(outputs, examples))
  }

  private mutating func finish(_ result: BatchResult, _ rate: Double) {
    let point = TrainingPoint(
      update: state.update + 1, loss: result.loss,
      accuracy: result.correct.map { Double($0) / Double(result.size) }, rate: rate)
    points.offer(point, at: state.update)
    state.last = point
    state.update += 1
    state.stepsOfRule += 1
    state.used += result.size
    state.lossSum += result.loss * Double(result.size)
    state.correct += result.correct ?? 0
  }

  private mutating func finishEpoch(
    _ settings: TrainingSettings, _ tools: TrainingWorkspace<Element>.Tools, _ block: ParameterBlock<Element>
  ) {
    state.epoch += 1
    state.used = 0
    if recordedEpochs.count < state.epoch {
      let count = Double(examples.count)
      recordedEpochs.append(
        TrainingEpoch(
          number: state.epoch, update: state.update,
          training: Evaluation(
            loss: state.lossSum / count, accuracy: examples.hasClasses ? Double(state.correct) / count : nil),
          test: test.map { evaluate($0, tools, block) }))
      for stop in settings.stops where end == nil { end = stopped(by: stop) }
    }
    (state.lossSum, state.correct) = (0, 0)
  }

  /// The end that a condition makes of the epoch that is just over; `nil` if it is not met.
  private func stopped(by stop: TrainingStop) -> TrainingEnd? {
    switch stop {
    case .lossBelow(let limit):
      guard let last = recordedEpochs.last, last.training.loss < limit else { return nil }
      return .lossBelow(limit, update: state.update)
    case .noProgress(let patience):
      let losses = recordedEpochs.map { $0.test?.loss ?? $0.training.loss }
      let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
      guard losses.count - 1 - best >= max(1, patience) else { return nil }
      return .noProgress(since: best + 1, onTest: test != nil, update: state.update)
    }
  }

  /// Keeps the parameters aside and puts those in their place where the rule wants the gradient.
  func lookAhead(
    _ rule: some Optimizer, _ tools: TrainingWorkspace<Element>.Tools, _ block: ParameterBlock<Element>
  ) {
    let count = block.count
    block.withValues { values in
      tools.parameters.removeAll(keepingCapacity: true)
      tools.parameters.append(contentsOf: values)
      for index in values.indices { values[index] = rule.probe(at: values[index], memory(of: index, count)) }
    }
  }

  /// What the rule remembers of one parameter.
  func memory(of index: Int, _ count: Int) -> OptimizerMemory<Element> {
    OptimizerMemory(
      velocity: state.memory[index], squares: state.memory[count + index],
      companion: state.memory[2 * count + index])
  }
}
