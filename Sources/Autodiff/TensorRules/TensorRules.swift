/// Every tensor operation's value and derivative, chosen by what the node says it is.
///
/// Both functions are compiled once per precision; all rules below them are specialised along.
extension TapeStorage {
  /// Computes the node's elements from its operands'.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  mutating func evaluate(_ node: Int32) {
    switch nodes[Int(node)].operation {
    case .variable, .constant: break
    case .add: evaluate(Add(), node)
    case .subtract: evaluate(Subtract(), node)
    case .multiply: evaluate(Multiply(), node)
    case .divide: evaluate(Divide(), node)
    case .power: evaluate(Power(), node)
    case .maximum: evaluate(Maximum(), node)
    case .minimum: evaluate(Minimum(), node)
    case .leakyRelu: evaluate(LeakyRelu(), node)
    case .exp: evaluate(Kernels.Function.exp, node)
    case .tanh: evaluate(Kernels.Function.tanh, node)
    case .sigmoid: evaluate(Kernels.Function.sigmoid, node)
    case .relu: evaluate(Kernels.Function.relu, node)
    case .sum, .mean: evaluateSum(node)
    case .max: evaluateMaximum(node)
    case .reshape: evaluateReshape(node)
    case .broadcast: evaluateBroadcast(node)
    case .transpose: evaluateTranspose(node)
    case .slice: evaluateSlice(node)
    case .concatenate: evaluateConcatenation(node)
    case .gather: evaluateGather(node)
    case .softmax: evaluateSoftmax(node)
    case .logSoftmax: evaluateLogSoftmax(node)
    case .crossEntropy: evaluateCrossEntropy(node)
    case .batchNorm: evaluateBatchNorm(node)
    case .dropout: evaluateDropout(node)
    case .matmul: evaluateProduct(node)
    case .linear: evaluateLinear(node)
    case .conv2d: evaluateConvolution(node)
    case .pool: evaluatePooling(node)
    case .negate, .integerPower, .root, .expMinusOne, .log, .logOnePlus, .sqrt, .sin, .cos, .tan, .asin,
      .acos,
      .atan, .sinh, .cosh, .asinh, .acosh, .atanh, .threshold, .absolute:
      withUnaryRule(of: node, UnaryEvaluation(storage: self, node: node))
    }
  }

  /// Hands the node's adjoints to its operands, times the local derivatives.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  @usableFromInline
  mutating func pullBack(_ node: Int32) {
    switch nodes[Int(node)].operation {
    case .variable, .constant: break
    case .add: pullBack(Add(), node)
    case .subtract: pullBack(Subtract(), node)
    case .multiply: pullBack(Multiply(), node)
    case .divide: pullBack(Divide(), node)
    case .power: pullBack(Power(), node)
    case .maximum: pullBack(Maximum(), node)
    case .minimum: pullBack(Minimum(), node)
    case .leakyRelu: pullBack(LeakyRelu(), node)
    case .exp: pullBack(Kernels.Function.exp, node)
    case .tanh: pullBack(Kernels.Function.tanh, node)
    case .sigmoid: pullBack(Kernels.Function.sigmoid, node)
    case .relu: pullBack(Kernels.Function.relu, node)
    case .sum, .mean: pullBackSum(node)
    case .max: pullBackMaximum(node)
    case .reshape: pullBackReshape(node)
    case .broadcast: pullBackBroadcast(node)
    case .transpose: pullBackTranspose(node)
    case .slice: pullBackSlice(node)
    case .concatenate: pullBackConcatenation(node)
    case .gather: pullBackGather(node)
    case .softmax: pullBackSoftmax(node)
    case .logSoftmax: pullBackLogSoftmax(node)
    case .crossEntropy: pullBackCrossEntropy(node)
    case .batchNorm: pullBackBatchNorm(node)
    case .dropout: pullBackDropout(node)
    case .matmul: pullBackProduct(node)
    case .linear: pullBackLinear(node)
    case .conv2d: pullBackConvolution(node)
    case .pool: pullBackPooling(node)
    case .negate, .integerPower, .root, .expMinusOne, .log, .logOnePlus, .sqrt, .sin, .cos, .tan, .asin,
      .acos,
      .atan, .sinh, .cosh, .asinh, .acosh, .atanh, .threshold, .absolute:
      withUnaryRule(of: node, PullBack(storage: self, node: node))
    }
  }
}
