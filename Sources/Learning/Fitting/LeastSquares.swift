/// Linear least squares by Householder reflections, as stable as such a problem can be solved without its normal
/// equations (Golub and Van Loan, *Matrix Computations*, 4th ed., 5.2 and 5.6).
enum LeastSquares {
  /// The c that makes ‖A c − y‖² + λ‖c‖² least.
  ///
  /// With as many rows as columns or more, √λ times the identity is put under A and zeros under y, and the whole is
  /// solved by A = QR. With fewer rows, the same c is the upper part of the shortest z with (A | √λ I) z = y, which is
  /// solved by the QR of the transpose and stays exact however small λ is.
  ///
  /// - Parameters:
  ///   - matrix: A, row by row, `[rows][columns]`.
  ///   - target: y, `[rows]`.
  ///   - penalty: λ, at least 0.
  /// - Precondition: rows are of equal length; with fewer rows than columns λ is positive.
  static func solve(_ matrix: [[Double]], _ target: [Double], penalty: Double) -> [Double] {
    let width = matrix.first?.count ?? 0
    precondition(matrix.count == target.count && matrix.allSatisfy { $0.count == width }, "one target a row")
    let root = penalty.squareRoot()
    guard matrix.count < width else {
      let below = root == 0 ? [] : (0..<width).map { row in (0..<width).map { $0 == row ? root : 0 } }
      let padded = target + below.map { _ in 0 }
      return Factored(matrix + below).leastSquares(padded)
    }
    precondition(penalty > 0, "more unknowns than equations need a penalty")
    let beside = (0..<matrix.count).map { row in (0..<matrix.count).map { $0 == row ? root : 0 } }
    let rows = zip(matrix, beside).map { $0 + $1 }
    let transposed = (0..<width + matrix.count).map { column in rows.map { $0[column] } }
    return Array(Factored(transposed).shortest(target).prefix(width))
  }

  /// A = QR, with Q kept as reflections x − 2 v (v·x) along unit vectors v.
  private struct Factored {
    private var reflections: [[Double]] = []
    private var upper: [[Double]]
    private let width: Int

    init(_ matrix: [[Double]]) {
      upper = matrix
      width = matrix.first?.count ?? 0
      for column in 0..<width {
        var along = (0..<matrix.count).map { $0 < column ? 0 : upper[$0][column] }
        let length = Self.length(along)
        guard length > 0 else {
          reflections.append([])
          continue
        }
        // Away from the axis that the column is turned into, so that nothing cancels.
        along[column] += along[column] < 0 ? -length : length
        let norm = Self.length(along)
        for row in column..<matrix.count { along[row] /= norm }
        for other in column..<width {
          var entries = upper.map { $0[other] }
          Self.reflect(&entries, along)
          for row in column..<matrix.count { upper[row][other] = entries[row] }
        }
        reflections.append(along)
      }
    }

    /// The least-squares solution of A c = y: R c = Qᵀ y.
    func leastSquares(_ target: [Double]) -> [Double] {
      var right = target
      for along in reflections { Self.reflect(&right, along) }
      var solution = [Double](repeating: 0, count: width)
      for row in (0..<width).reversed() {
        let known = (row + 1..<width).reduce(0) { $0 + upper[row][$1] * solution[$1] }
        solution[row] = (right[row] - known) / upper[row][row]
      }
      return solution
    }

    /// The shortest z with Aᵀ z = y: z = Q (R⁻ᵀ y).
    func shortest(_ target: [Double]) -> [Double] {
      var solution = [Double](repeating: 0, count: upper.count)
      for row in 0..<width {
        let known = (0..<row).reduce(0) { $0 + upper[$1][row] * solution[$1] }
        solution[row] = (target[row] - known) / upper[row][row]
      }
      for along in reflections.reversed() { Self.reflect(&solution, along) }
      return solution
    }

    private static func reflect(_ entries: inout [Double], _ along: [Double]) {
      guard !along.isEmpty else { return }
      let share = 2 * zip(entries, along).reduce(0) { $0 + $1.0 * $1.1 }
      for index in entries.indices { entries[index] -= share * along[index] }
    }

    /// ‖v‖, without overflow on the way.
    private static func length(_ entries: [Double]) -> Double {
      let largest = entries.reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { return 0 }
      return largest * entries.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
    }
  }
}
