import Learning
import Testing

/// A rule applied to a list of gradients, whatever the parameter is.
func parameters(
  _ configuration: OptimizerConfiguration, from start: Double, gradients: [Double], rates: [Double]? = nil
) -> [Double] {
  let rule = configuration.rule
  var memory = rule.fresh(as: Double.self)
  var parameter = start
  return gradients.enumerated().map { index, gradient in
    let rate = rates?[index] ?? rule.learningRate
    let constants = rule.constants(ofStep: index + 1, rate: rate, as: Double.self)
    let update = rule.update(parameter, gradient: gradient, constants, memory)
    (parameter, memory) = (update.next, update.memory)
    return parameter
  }
}

@Suite struct OptimizerFactsTests {
  @Test(arguments: Fact.about("optimizer_on_gradients"))
  func listsOfGradients(_ fact: Fact) throws {
    let hyper = try fact["hyper"]
    let configuration = try referenceRule(try #require(try fact["optimizer"].text), hyper)
    let path = parameters(
      configuration, from: try fact["w0"].real, gradients: try fact["gradients"].reals,
      rates: hyper.optionalNumbers("lr"))
    fact.expect(path, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("rmsprop_first_step"))
  func firstStepOfRMSprop(_ fact: Fact) throws {
    let rule = RMSprop(learningRate: 1, beta: try fact["beta"].real, epsilon: 0)
    fact.expect(parameters(rule.configuration, from: 0, gradients: [-3])[0], try fact.expected.real)
  }

  @Test(arguments: Fact.about("adam_first_step"))
  func firstStepOfAdam(_ fact: Fact) throws {
    var rule = Adam(learningRate: 1, epsilon: try fact["eps"].real)
    for placement in [EpsilonPlacement.inside, .outside] {
      rule.epsilonPlacement = placement
      let path = parameters(rule.configuration, from: 0, gradients: [try fact["g"].real])
      fact.expect(-path[0], try fact.expected[placement.rawValue].real)
    }
  }

  @Test(arguments: Fact.about("momentum_gain"))
  func stepForAConstantGradient(_ fact: Fact) throws {
    let beta = try fact["beta"].real
    let rules: [(String, any Optimizer)] = [
      ("ema", MomentumAveraged(learningRate: 1, beta: beta)),
      ("classical", Momentum(learningRate: 1, decay: beta)),
      ("two_term", try OptimizerConfiguration(parsing: "momentum-two-term:lr=1,mu=\(beta)").rule),
    ]
    for (name, rule) in rules {
      let path = parameters(
        rule.configuration, from: 0, gradients: [Double](repeating: 1, count: 400))
      fact.expect(path[398] - path[399], try fact.expected[name].real)
    }
  }

  @Test(arguments: Fact.about("adagrad_effective_lr"))
  func adaGradShrinksItsRate(_ fact: Fact) throws {
    let rule = AdaGrad(learningRate: try fact["lr"].real)
    let gradients = [Double](repeating: try fact["g"].real, count: 10_000)
    let path = [0] + parameters(rule.configuration, from: 0, gradients: gradients)
    fact.expect(try fact["ts"].integers.map { path[$0 - 1] - path[$0] }, try fact.expected.reals)
  }

  @Test func aFloatRuleFollowsTheDoubleRule() throws {
    for rule in OptimizerConfiguration.all.map(\.rule) {
      var (w, memory) = (Float(1), rule.fresh(as: Float.self))
      let gradients = [0.5, -0.2, 0.1, 0.4, -0.3]
      let reference = parameters(rule.configuration, from: 1, gradients: gradients)
      for (index, gradient) in gradients.enumerated() {
        let constants = rule.constants(ofStep: index + 1, rate: rule.learningRate, as: Float.self)
        let update = rule.update(w, gradient: Float(gradient), constants, memory)
        (w, memory) = (update.next, update.memory)
        #expect(abs(Double(w) - reference[index]) < 2e-6, "\(rule)")
      }
    }
  }
}

/// The rule that a reference file calls `name`, with its settings.
///
/// What the facts call `nadam_simple` has the constant form here. Keras's momentum (`lr_inside`) stores μ·v - η·g and adds it; for given gradients that is Nesterov's look-ahead form.
func referenceRule(_ name: String, _ hyper: JSON) throws -> OptimizerConfiguration {
  var settings = "lr=\(hyper.optionalNumber("lr") ?? hyper.optionalNumbers("lr")?.first ?? 1)"
  func add(_ key: String, as setting: String) {
    if let value = hyper.optionalNumber(key) { settings += ",\(setting)=\(value)" }
  }
  let rule: String
  switch name {
  case "sgd":
    rule = "sgd"
  case "weight_decay", "l2_sum_of_squares":
    rule = "sgd"
    let factor = name == "weight_decay" ? 1.0 : 2.0
    settings += ",weight_decay=\(factor * (try hyper["lambda"].real))"
  case "momentum_ema_first", "momentum_ema_first_gradient", "momentum_ema_zero", "momentum_ema_corrected":
    rule = "momentum-averaged"
    add("beta", as: "beta")
    let start = name.hasSuffix("zero") ? "zero" : name.hasSuffix("corrected") ? "corrected" : "first"
    settings += ",start=\(start)"
  case "momentum", "momentum_classical":
    rule = "momentum"
    add("beta", as: "mu")
    add("momentum", as: "mu")
  case "momentum_two_term":
    rule = "momentum-two-term"
    add("alpha", as: "mu")
  case "nesterov", "nesterov_pytorch", "nesterov_keras":
    rule = "nesterov"
    add("beta", as: "mu")
    add("momentum", as: "mu")
  case "nesterov_lookahead", "momentum_classical_lr_inside":
    rule = "nesterov"
    add("beta", as: "mu")
    settings += ",form=lookahead"
  case "adagrad", "adagrad_eps_inside", "adagrad_eps_outside":
    rule = "adagrad"
    add("eps", as: "epsilon")
    add("initial_accumulator", as: "accumulator")
  case "adadelta":
    rule = "adadelta"
    add("rho", as: "rho")
    add("eps", as: "epsilon")
  case "rmsprop", "rmsprop_eps_inside", "rmsprop_eps_outside", "rmsprop_eps_inside_first_gradient":
    rule = "rmsprop"
    add("beta", as: "beta")
    add("alpha", as: "beta")
    add("eps", as: "epsilon")
    if name.hasSuffix("first_gradient") { settings += ",start=first" }
  case "adam", "adam_eps_inside", "adam_eps_outside", "adam_eps_hat", "adamw":
    rule = name == "adamw" ? "adamw" : "adam"
    add("weight_decay", as: "weight_decay")
  case "nadam", "nadam_schedule", "nadam_simple", "nadam_eps_inside", "nadam_eps_outside":
    rule = "nadam"
    add("momentum_decay", as: "momentum_decay")
    if name == "nadam_simple" { settings += ",form=constant" }
    if name.hasPrefix("nadam_eps") { settings += ",form=simple" }
  default:
    throw OptimizerError.unknownRule(name)
  }
  if ["adam", "adamw", "nadam"].contains(rule) {
    if let betas = hyper.optionalNumbers("betas"), betas.count == 2 {
      settings += ",beta1=\(betas[0]),beta2=\(betas[1])"
    }
    add("beta1", as: "beta1")
    add("beta2", as: "beta2")
    add("eps", as: "epsilon")
  }
  if name.contains("eps_inside") { settings += ",eps_inside=true" }
  if name.contains("eps_hat") { settings += ",epsilon_place=hat" }
  return try OptimizerConfiguration(parsing: "\(rule):\(settings)")
}
