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

  /// Every line, computed from its own numbers with enough digits, gives what stands behind its equals sign.
  @Test(arguments: texts)
  func linesAddUp(_ text: String) throws {
    let rule = try OptimizerConfiguration(parsing: text).rule
    var (parameter, memory) = (1.5, rule.fresh(as: Double.self))
    for (index, gradient) in [0.75, -0.5, 0.25].enumerated() {
      let constants = rule.constants(
        ofStep: index + 1, rate: rule.learningRate, as: Double.self)
      let update = rule.update(parameter, gradient: gradient, constants, memory)
      let lines = rule.lines(update, constants)
      #expect(lines.last?.names.hasPrefix("w ← ") == true)
      for line in lines {
        let sides = line.numbers.split(separator: " = ")
        guard sides.count == 2 else { continue }
        let right = try evaluate(String(sides[0].drop { $0 != "←" }.dropFirst()))
        let result = try #require(Numeral.parse(String(sides[1])))
        #expect(abs(right - result) <= 2e-2 * max(0.01, abs(result)), "\(line.numbers)")
      }
      let shown = try #require(lines.last?.numbers.split(separator: "=").last?.drop { $0 == " " })
      #expect(shown == Numeral.format(update.next))
      (parameter, memory) = (update.next, update.memory)
    }
  }

  /// The arithmetic of a line, read by the expression parser of the commands.
  private func evaluate(_ text: String) throws -> Double {
    var typed = text
    for (sign, spelled) in [("·", "*"), ("²", "^2")] { typed.replace(sign, with: spelled) }
    while let root = typed.firstIndex(of: "√") {
      let next = typed.index(after: root)
      let isGroup = typed[next] == "("
      let end = isGroup ? next : typed[next...].firstIndex { !"0123456789.e-".contains($0) } ?? typed.endIndex
      typed.replaceSubrange(root..<end, with: isGroup ? "sqrt" : "sqrt(\(typed[next..<end]))")
    }
    return try Expression(parsing: typed).value([Double]())
  }

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
      rule.formula == [
        "V ← β1·V + (1-β1)·g", "S ← β2·S + (1-β2)·g²", "VC ← V/(1 - β1^t)", "SC ← S/(1 - β2^t)",
        "w ← w - lr·VC/(√SC + ε)",
      ])
  }

  @Test func everyVariantIsNamed() throws {
    #expect(
      Set(try Self.texts.map { try OptimizerConfiguration(parsing: $0).rule.variant }).count == 24)
  }
}
