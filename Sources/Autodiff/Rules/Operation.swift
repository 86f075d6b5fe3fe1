/// What a node of the tape computes.
public enum Operation: UInt8, CaseIterable, Sendable {
  case variable, constant
  case add, subtract, multiply, divide, power, maximum, minimum
  case negate, integerPower, root
  case exp, expMinusOne, log, logOnePlus, sqrt
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, asinh, acosh, atanh
  case relu, leakyRelu, threshold, sigmoid, absolute
  case sum, mean, max
  case softmax, logSoftmax, crossEntropy, batchNorm, dropout
  case reshape, broadcast, transpose, slice, concatenate, gather
  case matmul, linear
  case conv2d, pool

  /// The name shown in listings: `"add"`, `"tanh"`, `"variable"`, ….
  public var name: String { String(describing: self) }
}
