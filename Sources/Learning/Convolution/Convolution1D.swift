/// How much of the overlap between a signal and a kernel is kept.
public enum SignalMode: String, CaseIterable, Sendable {
  /// Every position with any overlap: n + m - 1 results.
  case full
  /// As many results as the signal has samples, centred as NumPy does it: from index floor((m - 1) / 2) of full.
  case same
  /// Only positions where the kernel lies fully inside: n - m + 1 results.
  case valid
}

/// A kernel sliding over a signal of one dimension.
public struct Convolution1D: Hashable, Sendable {
  /// n samples.
  public let signal: [Double]
  /// m weights as typed, before any flip.
  public let kernel: [Double]
  /// Which positions are kept.
  public let mode: SignalMode
  /// Whether the kernel is reversed first, as the convolution of deck C is.
  public let isFlipped: Bool
  /// Where the windows lie.
  public let axis: ConvolutionAxis

  /// A convolution of two lists of numbers.
  ///
  /// - Throws: ``SignalError`` when a list is empty or too long, a number is not finite, or the kernel is longer than
  ///   the signal in a mode that does not allow for it.
  public init(
    signal: [Double], kernel: [Double], mode: SignalMode = .full, flipped: Bool = false
  ) throws(SignalError) {
    for (name, numbers) in [(SignalError.List.signal, signal), (.kernel, kernel)] {
      guard !numbers.isEmpty else { throw .empty(name) }
      guard numbers.count <= Limits.cells else { throw .tooLong(name) }
      if let index = numbers.firstIndex(where: { !$0.isFinite }) { throw .notFinite(name, index: index) }
    }
    let reach = kernel.count - 1
    let (before, after): (Int, Int)
    switch mode {
    case .full: (before, after) = (reach, reach)
    case .same: (before, after) = (reach - reach / 2, reach / 2)
    case .valid: (before, after) = (0, 0)
    }
    guard mode == .full || kernel.count <= signal.count else {
      throw .kernelLonger(kernel.count, than: signal.count, mode)
    }
    axis = ConvolutionAxis(fitting: signal.count, kernel: kernel.count, before: before, after: after)
    let geometry = ConvolutionGeometry(
      rows: ConvolutionAxis(fitting: 1, kernel: 1), columns: axis)
    do { try geometry.checkWork() } catch { throw .geometry(error) }
    (self.signal, self.kernel, self.mode, isFlipped) = (signal, kernel, mode, flipped)
  }

  /// The kernel as it meets the signal: reversed when flipped.
  public var appliedKernel: [Double] { isFlipped ? kernel.reversed() : kernel }

  /// The number of results, which is the number of steps.
  public var count: Int { axis.windows }

  /// All results.
  public func output() -> [Double] {
    let geometry = ConvolutionGeometry(
      rows: ConvolutionAxis(fitting: 1, kernel: 1), columns: axis)
    var sums = [Double](repeating: 0, count: count)
    geometry.correlate(
      Grid(width: signal.count, signal), with: Grid(width: kernel.count, appliedKernel), into: &sums)
    return sums
  }

  /// One result opened up.
  ///
  /// - Throws: ``GeometryError/outsideOutput(_:_:)``
  public func step(_ index: Int) throws(GeometryError) -> SignalStep {
    guard (0..<count).contains(index) else {
      throw .outsideOutput(Position(row: 0, column: index), Extent(height: 1, width: count))
    }
    let applied = appliedKernel
    let terms = (0..<kernel.count).compactMap { tap in
      axis.inputIndex(output: index, tap: tap).map { sample in
        SignalStep.Term(sample: sample, tap: tap, value: signal[sample], weight: applied[tap])
      }
    }
    return SignalStep(start: axis.start(of: index), kernel: applied, terms: terms)
  }

  /// Steps, counted from 1, at which the kernel lies fully inside the signal.
  public var insideSteps: ClosedRange<Int>? {
    guard kernel.count <= signal.count else { return nil }
    let first = axis.paddingBefore + 1
    return first...first + signal.count - kernel.count
  }
}

/// One position of the kernel over the signal.
public struct SignalStep: Hashable, Sendable {
  /// A product of one sample and one weight.
  public struct Term: Hashable, Sendable {
    /// Index into the signal.
    public let sample: Int
    /// Index into the kernel as applied.
    public let tap: Int
    /// The sample.
    public let value: Double
    /// The weight it meets.
    public let weight: Double
    /// Their product.
    public var product: Double { value * weight }
  }

  /// The sample under the kernel's first weight; negative while it hangs over the beginning.
  public let start: Int
  /// The kernel as applied.
  public let kernel: [Double]
  /// The products that overlap the signal, from left to right; weights beyond the signal meet nothing.
  public let terms: [Term]

  /// All products added up.
  public var sum: Double { terms.reduce(0) { $0 + $1.product } }
  /// Whether every weight meets a sample.
  public var isFullyInside: Bool { terms.count == kernel.count }

  /// The sum with its numbers put in: `1·2 + 2·(-1) + 3·1 = 3`.
  public func arithmetic(digits: Int = 4) -> String {
    let written = terms.map {
      Numeral.factor($0.value, digits: digits) + "·" + Numeral.factor($0.weight, digits: digits)
    }
    return written.joined(separator: " + ") + " = " + Numeral.format(sum, digits: digits)
  }
}

/// Why a signal and a kernel cannot be convolved.
public enum SignalError: InputError {
  /// Which of the two lists.
  public enum List: String, Sendable {
    case signal, kernel
  }

  /// A list without numbers.
  case empty(List)
  /// A list of more than ``Limits/cells`` numbers.
  case tooLong(List)
  /// NaN or an infinity at an index counted from 0.
  case notFinite(List, index: Int)
  /// Same and valid need a kernel no longer than the signal.
  case kernelLonger(Int, than: Int, SignalMode)
  /// Too much work.
  case geometry(GeometryError)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .empty, .notFinite, .kernelLonger: .data
    case .tooLong: .request
    case .geometry(let error): error.fault
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .empty(let list): "the \(list) is empty: it needs at least one number"
    case .tooLong(let list): "the \(list) is beyond the limit of \(Numeral.grouped(Limits.cells)) numbers"
    case .notFinite(let list, let index): "number \(index + 1) of the \(list) is not finite"
    case .kernelLonger(let kernel, let signal, let mode):
      "mode \(mode) needs a kernel no longer than the signal: it has \(Plural.count(kernel, "weight")) for \(Plural.count(signal, "sample"))"
    case .geometry(let error): error.description
    }
  }
}
