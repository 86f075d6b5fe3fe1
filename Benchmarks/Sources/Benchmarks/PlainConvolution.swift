/// A convolution with its three gradients in plain loops, for comparison.
struct PlainConvolution {
  let images, channels, size, filters, kernel, padding: Int

  private var output: Int { size + 2 * padding - kernel + 1 }

  /// Computes Y, ∂X, ∂W and ∂bias, and answers one number of each.
  func run(_ x: [Float], _ w: [Float], _ b: [Float], _ dy: [Float]) -> Float {
    var y = [Float](repeating: 0, count: dy.count)
    var dx = [Float](repeating: 0, count: x.count)
    var dw = [Float](repeating: 0, count: w.count)
    var db = [Float](repeating: 0, count: b.count)
    let plane = output * output
    for image in 0..<images {
      for filter in 0..<filters {
        let out = (image * filters + filter) * plane
        for cell in out..<(out + plane) {
          y[cell] = b[filter]
          db[filter] += dy[cell]
        }
        for channel in 0..<channels {
          for u in 0..<kernel {
            for v in 0..<kernel {
              let tap = ((filter * channels + channel) * kernel + u) * kernel + v
              let weight = w[tap]
              var sum: Float = 0
              let columns = max(0, padding - v)..<min(output, size + padding - v)
              for row in max(0, padding - u)..<min(output, size + padding - u) {
                let into = out + row * output
                let from = ((image * channels + channel) * size + row + u - padding) * size + v - padding
                for column in columns {
                  y[into + column] += weight * x[from + column]
                  dx[from + column] += weight * dy[into + column]
                  sum += x[from + column] * dy[into + column]
                }
              }
              dw[tap] += sum
            }
          }
        }
      }
    }
    return y[0] + dx[0] + dw[0] + db[0]
  }
}
