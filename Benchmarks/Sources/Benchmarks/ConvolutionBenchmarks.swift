import Autodiff
import RealModule

extension Benchmark {
  /// Convolutions in single precision: the input, the kernel and the bias are put on a tape, the result is computed,
  /// and backward its three gradients for a given upstream gradient.
  static var convolutions: [Benchmark] {
    [
      ConvolutionCase(
        images: 1, channels: 1, size: 7, filters: 1, kernel: 3,
        peers: (Peer("torch", microseconds: 6.5), Peer("jax", microseconds: 16.7))),
      ConvolutionCase(
        images: 1, channels: 1, size: 28, filters: 1, kernel: 5,
        peers: (Peer("torch", microseconds: 9.4), Peer("torch", microseconds: 63))),
      ConvolutionCase(
        images: 32, channels: 1, size: 28, filters: 6, kernel: 5,
        peers: (Peer("torch", microseconds: 167), Peer("torch", microseconds: 1620))),
      ConvolutionCase(images: 32, channels: 1, size: 28, filters: 6, kernel: 5, padding: 2),
      ConvolutionCase(
        images: 32, channels: 6, size: 14, filters: 16, kernel: 5,
        peers: (Peer("torch", microseconds: 155), Peer("torch", microseconds: 1030))),
      ConvolutionCase(
        images: 1, channels: 3, size: 224, filters: 16, kernel: 3, padding: 1,
        peers: (Peer("torch", microseconds: 620), Peer("torch", microseconds: 3850))),
    ].flatMap(\.benchmarks)
  }
}

private struct ConvolutionCase {
  let images, channels, size, filters, kernel: Int
  var padding = 0
  /// The fastest others, forward and with the gradients.
  var peers: (forward: Peer, backward: Peer)?

  var benchmarks: [Benchmark] {
    let (x, w, b) = (
      pattern([images, channels, size, size]), pattern([filters, channels, kernel, kernel]),
      pattern([filters])
    )
    let output = size + 2 * padding - kernel + 1
    let upstream = pattern([images, filters, output, output])
    let tape = Tape<Float>()
    let products = Double(images * filters * output * output * channels * kernel * kernel)
    return [
      Benchmark("conv2d/\(name), forward", operations: 2 * products, peer: peers?.forward) {
        tape.reset()
        let y = tape.constant(x).conv2d(tape.constant(w), bias: tape.constant(b), padding: Padding(padding))
        return y.withElements { $0[0] }
      },
      Benchmark("conv2d/\(name), and backward", operations: 6 * products, peer: peers?.backward) {
        tape.reset()
        let (x, w, b) = (tape.variable(x), tape.variable(w), tape.variable(b))
        tape.sweep(from: x.conv2d(w, bias: b, padding: Padding(padding)), upstream: upstream)
        return tape.withAdjoints(of: x) { $0?[0] }
      },
      plainLoops(x, w, b, upstream, operations: 6 * products),
    ]
  }

  private var name: String {
    "\(images)x\(channels)x\(size)x\(size), \(filters)@\(kernel)x\(kernel)"
      + (padding > 0 ? " pad \(padding)" : "")
  }

  /// The same in plain loops along the rows, nothing blocked and nothing recorded: what anyone would write first.
  private func plainLoops(
    _ x: Tensor<Float>, _ w: Tensor<Float>, _ b: Tensor<Float>, _ dy: Tensor<Float>, operations: Double
  ) -> Benchmark {
    let loops = PlainConvolution(
      images: images, channels: channels, size: size, filters: filters, kernel: kernel, padding: padding)
    return Benchmark("conv2d/\(name), plain loops", operations: operations) {
      loops.run(x.elements, w.elements, b.elements, dy.elements)
    }
  }
}
