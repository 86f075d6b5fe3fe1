public import Autodiff

/// The next update of one parameter opened up: what goes in, what is computed, and what comes out.
public struct ParameterUpdate: Hashable, Sendable {
  /// Its place among all parameters.
  public let parameter: Int
  /// The rule that makes it.
  public let configuration: OptimizerConfiguration
  /// What all parameters have in common in this update.
  public let constants: StepConstants<Double>
  /// The numbers, as they are computed in the training's precision.
  public let update: OptimizerUpdate<Double>

  /// The rule with these numbers put in.
  public var lines: [FormulaLine] { configuration.rule.lines(update, constants) }
}

extension Trainer {
  /// The gradient of the next update: ∂loss/∂parameter of all parameters, averaged over its batch. With a rule that looks
  /// ahead it is taken where that looks.
  public func nextGradient() -> [Element] {
    withNextGradient { Array($0) }
  }

  /// What the next update does to some parameters, in full; it is not made.
  ///
  /// - Parameter indices: places among all parameters.
  public func nextUpdates(of indices: [Int]) -> [ParameterUpdate] {
    let settings = settings
    let rule = settings.optimizer.rule
    let isOtherRule = settings.optimizer.name != changes[state.phase].settings.optimizer.name
    let number = isOtherRule ? 1 : state.stepsOfRule + 1
    let constants = rule.constants(ofStep: number, rate: rate, as: Element.self)
    let count = state.parameters.count
    let gradients = withNextGradient { gradient in indices.map { gradient[$0] } }
    return zip(indices, gradients).map { index, gradient in
      let memory = isOtherRule ? rule.fresh(as: Element.self) : memory(of: index, count)
      let update = rule.update(state.parameters[index], gradient: gradient, constants, memory)
      return ParameterUpdate(
        parameter: index, configuration: settings.optimizer, constants: StepConstants(constants),
        update: OptimizerUpdate(update))
    }
  }

  private func withNextGradient<Result: Sendable>(
    _ body: (UnsafeBufferPointer<Element>) -> Result
  ) -> Result {
    let settings = settings
    return workspace.use { tools in
      let block = tools.block(shapes)
      block.load(state.parameters)
      if settings.optimizer.rule.looksAhead { lookAhead(settings.optimizer.rule, tools, block) }
      var statistics = state.statistics
      _ = differentiate(settings, tools, block, &statistics)
      return block.withValuesAndGradients { _, gradients in body(gradients) }
    }
  }
}
