import Autodiff
import RealModule

extension Benchmark {
  /// Layers of networks in single precision, forward and with all gradients.
  static var layers: [Benchmark] {
    let tape = Tape<Float>()
    let scores = pattern([128, 10])
    let classes = (0..<128).map { $0 * 7 % 10 }
    let maps = pattern([32, 16, 8, 8])
    let (scale, shift) = (pattern([16]), pattern([16]))
    let wide = pattern([32, 400])
    let (weight, bias) = (pattern([120, 400]), pattern([120]))
    return [
      Benchmark("layer/softmax cross-entropy 128x10") {
        tape.reset()
        let x = tape.variable(scores)
        tape.sweep(from: x.crossEntropy(classes: classes))
        return tape.withAdjoints(of: x) { $0?[0] }
      },
      Benchmark("layer/batch norm 32x16x8x8") {
        tape.reset()
        let x = tape.variable(maps)
        tape.sweep(from: x.batchNorm(scale: tape.variable(scale), shift: tape.variable(shift)))
        return tape.withAdjoints(of: x) { $0?[0] }
      },
      Benchmark("layer/max pooling 2x2 32x16x8x8") {
        tape.reset()
        let x = tape.variable(maps)
        tape.sweep(from: x.pool(.max, window: 2))
        return tape.withAdjoints(of: x) { $0?[0] }
      },
      Benchmark("layer/relu 32x16x8x8") {
        tape.reset()
        let x = tape.variable(maps)
        tape.sweep(from: TensorVariable.relu(x))
        return tape.withAdjoints(of: x) { $0?[0] }
      },
      Benchmark("layer/tanh 32x16x8x8") {
        tape.reset()
        let x = tape.variable(maps)
        tape.sweep(from: TensorVariable.tanh(x))
        return tape.withAdjoints(of: x) { $0?[0] }
      },
      Benchmark("layer/linear 32x400, 120", operations: 6 * 32 * 400 * 120) {
        tape.reset()
        let x = tape.variable(wide)
        tape.sweep(from: x.linear(tape.variable(weight), bias: tape.variable(bias)))
        return tape.withAdjoints(of: x) { $0?[0] }
      },
    ]
  }
}

/// A tensor with something different in every element.
func pattern(_ shape: [Int]) -> Tensor<Float> {
  let elements = (0..<shape.reduce(1, *)).map { Float.sin(Float($0)) }
  do { return try Tensor(shape: shape, elements: elements) } catch { preconditionFailure("\(error)") }
}
