import Learning
import Testing

/// A rule applied to a list of gradients, whatever the parameter is.
func parameters(
  _ configuration: OptimizerConfiguration, from start: Double, gradients: [Double], rates: [Double]? = nil
) -> [Double] {
  var memory = configuration.fresh(as: Double.self)
  var parameter = start
  return gradients.enumerated().map { index, gradient in
    let rate = rates?[index] ?? configuration.learningRate
    let constants = configuration.constants(ofStep: index + 1, rate: rate, as: Double.self)
    let update = configuration.update(parameter, gradient: gradient, constants, memory)
    (parameter, memory) = (update.next, update.memory)
    return parameter
  }
}

@Suite struct OptimizerFactsTests {
  @Test func theFactsAreThere() {
    #expect(LectureFact.all("optimizer_on_gradients").count == 60)
    #expect(LectureFact.all("rmsprop_first_step").count == 3)
    #expect(LectureFact.all("adam_first_step").count == 6)
  }

  @Test(arguments: LectureFact.all("optimizer_on_gradients"))
  func listsOfGradients(_ fact: LectureFact) throws {
    let hyper = fact.inputs["hyper"]
    let configuration = try referenceRule(try #require(fact.inputs["optimizer"].text), hyper)
    let rates = hyper["lr"].list.isEmpty ? nil : hyper["lr"].numbers
    let path = parameters(
      configuration, from: try #require(fact.inputs["w0"].number),
      gradients: fact.inputs["gradients"].numbers, rates: rates)
    #expect(path.count == fact.expected.numbers.count)
    for (value, reference) in zip(path, fact.expected.numbers) {
      #expect(fact.agrees(value, reference), "\(value) is not \(reference)")
    }
  }

  @Test(arguments: LectureFact.all("rmsprop_first_step"))
  func firstStepOfRMSprop(_ fact: LectureFact) throws {
    let rule = RMSprop(learningRate: 1, beta: try #require(fact.inputs["beta"].number), epsilon: 0)
    let step = -parameters(rule.configuration, from: 0, gradients: [-3])[0]
    #expect(fact.agrees(-step, try #require(fact.expected.number)))
  }

  @Test(arguments: LectureFact.all("adam_first_step"))
  func firstStepOfAdam(_ fact: LectureFact) throws {
    var rule = Adam(learningRate: 1, epsilon: try #require(fact.inputs["eps"].number))
    let gradient = try #require(fact.inputs["g"].number)
    for placement in [EpsilonPlacement.inside, .outside] {
      rule.epsilonPlacement = placement
      let reference = try #require(fact.expected[placement.rawValue].number)
      #expect(fact.agrees(-parameters(rule.configuration, from: 0, gradients: [gradient])[0], reference))
    }
  }

  @Test(arguments: LectureFact.all("momentum_gain"))
  func stepForAConstantGradient(_ fact: LectureFact) throws {
    let beta = try #require(fact.inputs["beta"].number)
    let rules: [(String, OptimizerConfiguration)] = [
      ("ema", .momentumAveraged(MomentumAveraged(learningRate: 1, beta: beta))),
      ("classical", .momentum(Momentum(learningRate: 1, decay: beta))),
      ("two_term", .momentumTwoTerm(MomentumTwoTerm(learningRate: 1, decay: beta))),
    ]
    for (name, rule) in rules {
      let path = parameters(rule, from: 0, gradients: [Double](repeating: 1, count: 400))
      #expect(fact.agrees(path[398] - path[399], try #require(fact.expected[name].number)))
    }
  }

  @Test(arguments: LectureFact.all("adagrad_effective_lr"))
  func adaGradShrinksItsRate(_ fact: LectureFact) throws {
    let rule = AdaGrad(learningRate: 1)
    let path = [0] + parameters(rule.configuration, from: 0, gradients: [Double](repeating: 1, count: 10_000))
    for (t, reference) in zip(fact.inputs["ts"].numbers, fact.expected.numbers) {
      let t = Int(t)
      #expect(abs(path[t - 1] - path[t] - reference) < 1e-9)
    }
  }

  @Test func aFloatRuleFollowsTheDoubleRule() throws {
    for kind in OptimizerKind.allCases {
      let rule = kind.configuration
      var (w, memory) = (Float(1), rule.fresh(as: Float.self))
      let gradients = [0.5, -0.2, 0.1, 0.4, -0.3]
      let reference = parameters(rule, from: 1, gradients: gradients)
      for (index, gradient) in gradients.enumerated() {
        let constants = rule.constants(ofStep: index + 1, rate: rule.learningRate, as: Float.self)
        let update = rule.update(w, gradient: Float(gradient), constants, memory)
        (w, memory) = (update.next, update.memory)
        #expect(abs(Double(w) - reference[index]) < 2e-6, "\(kind)")
      }
    }
  }
}

/// The rule that a reference file calls `name`, with its settings.
///
/// What the facts call `nadam_simple` has the constant form here. Keras's momentum (`lr_inside`) stores μ·v - η·g and adds it; for given gradients that is Nesterov's look-ahead form.
func referenceRule(_ name: String, _ hyper: JSON) throws -> OptimizerConfiguration {
  var settings = (hyper["lr"].number ?? hyper["lr"].numbers.first).map { "lr=\($0)" } ?? "lr=1"
  func add(_ key: String, as setting: String) {
    if let value = hyper[key].number { settings += ",\(setting)=\(value)" }
  }
  let rule: String
  switch name {
  case "sgd":
    rule = "sgd"
  case "weight_decay", "l2_sum_of_squares":
    rule = "sgd"
    let factor = name == "weight_decay" ? 1.0 : 2.0
    settings += ",weight_decay=\(factor * (try #require(hyper["lambda"].number)))"
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
    let betas = hyper["betas"].numbers
    if betas.count == 2 { settings += ",beta1=\(betas[0]),beta2=\(betas[1])" }
    add("beta1", as: "beta1")
    add("beta2", as: "beta2")
    add("eps", as: "epsilon")
  }
  if name.contains("eps_inside") { settings += ",eps_inside=true" }
  if name.contains("eps_hat") { settings += ",epsilon_place=hat" }
  return try OptimizerConfiguration(parsing: "\(rule):\(settings)")
}
