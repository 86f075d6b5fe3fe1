import Learning
import Testing

@Suite struct UpdateLineTests {
  static let texts = [
    "sgd:lr=0.1", "sgd:lr=0.1,weight_decay=0.5", "momentum:lr=0.1", "momentum-averaged:lr=0.1",
    "momentum-averaged:lr=0.1,start=zero", "momentum-averaged:lr=0.1,start=corrected",
    "momentum-two-term:lr=0.1", "nesterov:lr=0.1", "nesterov:lr=0.1,form=lookahead",
    "nesterov:lr=0.1,form=lookahead,weight_decay=0.5", "adagrad:lr=0.1", "adagrad:lr=0.1,eps_inside=true",
    "adadelta:rho=0.5,epsilon=0.01", "adadelta:epsilon=0.01,eps_inside=false", "rmsprop:lr=0.1",
    "rmsprop:start=first", "adam:lr=0.1", "adam:lr=0.1,correction=false", "adam:lr=0.1,correction=multiplied",
    "adam:lr=0.1,eps_inside=true", "adam:lr=0.1,epsilon=0.01,epsilon_place=hat",
    "adam:lr=0.1,epsilon=0.01,correction=multiplied,epsilon_place=hat", "adamw:lr=0.1,weight_decay=0.5",
    "nadam:lr=0.1", "nadam:lr=0.1,form=constant", "nadam:lr=0.1,form=simple",
  ]

  @Test func theLineOfTheDesign() throws {
    let rule = SGD(learningRate: 0.1)
    let constants = rule.constants(ofStep: 1, rate: 0.1, as: Double.self)
    let update = rule.update(1.0, gradient: 0.4, constants, .init())
    #expect(rule.lines(update, constants).map(\.numbers) == ["w ← 1 - 0.1·0.4 = 0.96"])
    #expect(rule.lines(update, constants).map(\.names) == ["w ← w - lr·g"])
  }

  @Test func adamStepByStep() throws {
    let rule = Adam(learningRate: 0.1)
    let constants = rule.constants(ofStep: 1, rate: 0.1, as: Double.self)
    let update = rule.update(2.0, gradient: -4, constants, .init())
    #expect(
      rule.lines(update, constants).map(\.numbers) == [
        "V ← 0.9·0 + 0.1·(-4) = -0.4", "S ← 0.999·0 + 0.001·(-4)² = 0.016",
        "VC ← -0.4/(1 - 0.9^1) = -4", "SC ← 0.016/(1 - 0.999^1) = 16",
        "w ← 2 - 0.1·(-4)/(√16 + 1e-8) = 2.1",
      ])
    #expect(
      rule.configuration.formula == [
        "V ← β1·V + (1-β1)·g", "S ← β2·S + (1-β2)·g²", "VC ← V/(1 - β1^t)", "SC ← S/(1 - β2^t)",
        "w ← w - lr·VC/(√SC + ε)",
      ])
  }

  @Test func everyVariantIsNamed() throws {
    #expect(Set(try Self.texts.map { try OptimizerConfiguration(parsing: $0).variant }).count == 24)
  }
}
