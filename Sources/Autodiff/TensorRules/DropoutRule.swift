/// Inverted dropout (Srivastava et al. 2014): what is kept is divided by the share that is kept.
///
/// The node's details are where the arena has one factor per element, 0 or 1 / (1 − rate).
extension TapeStorage {
  /// y = x · factor; what is dropped is 0 whatever it was.
  func evaluateDropout(_ node: Int32) {
    let x = values(of: record(of: node).pointee.inputs.0)
    let (y, factors) = (values(of: node), details(of: node, as: Element.self))
    for i in 0..<count(of: node) { y[i] = factors[i] == 0 ? 0 : x[i] * factors[i] }
  }

  /// ∂x += ∂y · factor
  func pullBackDropout(_ node: Int32) {
    guard let dx = adjoints(of: record(of: node).pointee.inputs.0), let dy = adjoints(of: node) else {
      return
    }
    let factors = details(of: node, as: Element.self)
    for i in 0..<count(of: node) where factors[i] != 0 { dx[i] += dy[i] * factors[i] }
  }
}
