/// What is done with the rule of an element-wise function once it is known.
protocol UnaryRuleUse {
  func callAsFunction(_ rule: some UnaryRule)
}

extension TapeStorage {
  /// Finds the rule of an element-wise function of one tensor.
  func withUnaryRule(of node: Int32, _ use: some UnaryRuleUse) {
    let parameter = Int(record(of: node).pointee.parameter)
    switch nodes[Int(node)].operation {
    case .negate: use(Negate())
    case .integerPower: use(IntegerPower(parameter))
    case .root: use(Root(parameter))
    case .expMinusOne: use(ExpMinusOne())
    case .log: use(Log())
    case .logOnePlus: use(LogOnePlus())
    case .sqrt: use(Sqrt())
    case .sin: use(Sin())
    case .cos: use(Cos())
    case .tan: use(Tan())
    case .asin: use(Asin())
    case .acos: use(Acos())
    case .atan: use(Atan())
    case .sinh: use(Sinh())
    case .cosh: use(Cosh())
    case .asinh: use(Asinh())
    case .acosh: use(Acosh())
    case .atanh: use(Atanh())
    case .threshold: use(Threshold())
    case .absolute: use(Absolute())
    case .variable, .constant, .add, .subtract, .multiply, .divide, .power, .maximum, .minimum, .leakyRelu,
      .exp, .tanh, .relu, .sigmoid,
      .sum, .mean, .max, .softmax, .logSoftmax, .crossEntropy, .batchNorm, .dropout, .reshape, .broadcast,
      .transpose, .slice, .concatenate, .gather, .matmul, .linear, .conv2d, .pool:
      preconditionFailure("\(nodes[Int(node)].operation) is no function of one tensor.")
    }
  }
}

extension TapeStorage {
  /// y = f(x) by a kernel.
  func evaluate(_ function: Kernels.Function, _ node: Int32) {
    let x = values(of: record(of: node).pointee.inputs.0)
    Kernels.evaluate(function, x, into: values(of: node), count: count(of: node))
  }

  /// ∂x += ∂y · f′(x) by a kernel.
  func pullBack(_ function: Kernels.Function, _ node: Int32) {
    let input = record(of: node).pointee.inputs.0
    guard let dx = adjoints(of: input), let dy = adjoints(of: node) else { return }
    Kernels.pullBack(
      function, dy, x: values(of: input), y: values(of: node), to: dx, count: count(of: node))
  }
}

/// y = f(x), element by element.
struct UnaryEvaluation<Element: Precision>: UnaryRuleUse {
  let storage: TapeStorage<Element>
  let node: Int32

  func callAsFunction(_ rule: some UnaryRule) {
    let x = storage.values(of: storage.record(of: node).pointee.inputs.0)
    let y = storage.values(of: node)
    for i in 0..<storage.count(of: node) { y[i] = rule.value(x[i]) }
  }
}

/// ∂x += ∂y · f′(x), element by element.
struct PullBack<Element: Precision>: UnaryRuleUse {
  let storage: TapeStorage<Element>
  let node: Int32

  func callAsFunction(_ rule: some UnaryRule) {
    let input = storage.record(of: node).pointee.inputs.0
    guard let dx = storage.adjoints(of: input), let dy = storage.adjoints(of: node) else { return }
    let x = storage.values(of: input)
    let y = storage.values(of: node)
    for i in 0..<storage.count(of: node) { dx[i] += dy[i] * rule.derivative(x[i], y[i]) }
  }
}
