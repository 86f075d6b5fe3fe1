import Learning

/// Everything the lab shows that depends on the settings alone, worked out when one of them changes: in two dimensions, or
/// of a signal.
enum ConvPicture: SettingsPicture {
  case plane(PlanePicture)
  case signal(SignalPicture)

  /// Works out what `scene` shows.
  ///
  /// - Throws: ``LabRefusal`` for what does not fit, or is larger than the lab shows.
  init(_ scene: ConvolutionScene) throws(LabRefusal) {
    try GridLimits.check(scene.grid.grid, of: "the input")
    try GridLimits.check(scene.kernel.grid, of: "the kernel")
    try GridLimits.check(scene.padding)
    try GridLimits.check(scene.stride, "stride")
    try GridLimits.check(scene.dilation, "dilation")
    try GridLimits.check(numbers: [scene.bias], of: "the bias")
    if let upstream = scene.upstream {
      try GridLimits.check(numbers: upstream.cells, of: "the upstream gradient")
    }
    if case .signal(let mode) = scene.view {
      do { self = .signal(SignalPicture(try scene.signal(mode))) } catch {
        throw LabRefusal(error.description)
      }
    } else {
      let plane: PlanePicture
      do { plane = try PlanePicture(scene) } catch { throw LabRefusal(error.description) }
      if scene.view == .backward { try ConvGradients.check(plane.geometry) }
      self = .plane(plane)
    }
  }

  /// The number of steps of the timeline.
  var stepCount: Int {
    switch self {
    case .plane(let plane): plane.stepCount
    case .signal(let signal): signal.convolution.count
    }
  }

  var plane: PlanePicture? {
    if case .plane(let plane) = self { plane } else { nil }
  }
}

/// A convolution in two dimensions.
struct PlanePicture: WindowPicture, Equatable, Sendable {
  let convolution: Convolution
  /// x, k as typed, and k turned by 180°.
  let input, kernel, turned: GridNumbers
  /// y under the convention that runs, whether or not the exact rule allows it.
  let output: GridNumbers
  /// Columns for the widest sum before bias and ReLU.
  let sumWidth: Int
  /// y without and with the flip, on one scale, with a mark where they differ.
  let correlated, flipped: GridNumbers
  let unused: UnusedCells
  /// What to watch for with the kernel of the scene, where it is to be seen in this very output.
  let kernelHint: String?

  init(_ scene: ConvolutionScene) throws(GeometryError) {
    convolution = try scene.convolution()
    var other = scene
    other.isFlipped.toggle()
    let outputs = (convolution.output(), try other.convolution().output())
    let (plain, turned) = scene.isFlipped ? (outputs.1, outputs.0) : outputs
    input = GridNumbers(convolution.input)
    kernel = GridNumbers(convolution.kernel)
    self.turned = GridNumbers(convolution.kernel.rotated)
    output = GridNumbers(outputs.0)
    var bare = scene
    (bare.bias, bare.hasReLU) = (0, false)
    sumWidth = bare == scene ? output.width : GridNumbers(try bare.convolution().output()).width
    let differs = zip(plain.cells, turned.cells).map { !Prediction.agree($0, $1) }
    let both = ShadeScale(plain.cells + turned.cells)
    func marked(_ number: Double, _ index: Int) -> String {
      Numeral.format(number, digits: 3) + (differs[index] ? "≠" : " ")
    }
    correlated = GridNumbers(plain, shades: both, text: marked)
    flipped = GridNumbers(turned, shades: both, text: marked)
    unused = UnusedCells(convolution.geometry)
    kernelHint =
      if case .preset(let kernel) = scene.kernel, kernel.isTelling(in: convolution) {
        kernel.watchFor.asSentence
      } else { nil }
  }

  var geometry: ConvolutionGeometry { convolution.geometry }
  /// The kernel as the convention that runs applies it.
  var applied: GridNumbers { convolution.isFlipped ? turned : kernel }

  /// Whether ReLU lets nothing back through an output cell: its slope is 0 where the output is.
  func isStoppedByReLU(_ output: Position) -> Bool {
    convolution.hasReLU && self.output.grid[output] <= 0
  }

  /// Input rows and columns from the first to the last cell of a window, padding left out where there is any input.
  func span(of output: Position) -> (rows: Range<Int>, columns: Range<Int>) {
    func range(_ axis: ConvolutionAxis, _ index: Int) -> Range<Int> {
      let start = axis.start(of: index)
      let first = max(0, start)
      return first..<max(first + 1, min(axis.input, start + axis.span))
    }
    return (range(geometry.rows, output.row), range(geometry.columns, output.column))
  }
}

/// A convolution in one dimension.
struct SignalPicture: Equatable, Sendable {
  let convolution: Convolution1D
  let signal, kernel, applied, output: GridNumbers

  init(_ convolution: Convolution1D) {
    self.convolution = convolution
    signal = GridNumbers(row: convolution.signal)
    kernel = GridNumbers(row: convolution.kernel)
    applied = GridNumbers(row: convolution.appliedKernel)
    output = GridNumbers(row: convolution.output())
  }
}

extension KernelPreset {
  /// Whether what is said of the kernel is to be seen in the output of this very convolution.
  func isTelling(in convolution: Convolution) -> Bool {
    let geometry = convolution.geometry
    let isPlain = convolution.bias == 0
    func hasWindow(_ isWanted: (Grid) -> Bool) -> Bool {
      guard geometry.output != nil else { return false }
      return (0..<geometry.steps).contains { number in
        (try? convolution.step(at: geometry.position(ofStep: number))).map { isWanted($0.window) } ?? false
      }
    }
    switch self {
    case .verticalEdge: return isPlain && hasWindow(\.hasEqualOuterColumns)
    case .horizontalEdge: return isPlain && hasWindow(\.hasEqualOuterRows)
    case .sobelX, .sobelY, .random: return true
    case .scharrX: return isPlain && hasWindow { $0.hasEqualRows && !$0.hasEqualOuterColumns }
    case .scharrY: return isPlain && hasWindow { $0.hasEqualColumns && !$0.hasEqualOuterRows }
    case .laplacian: return isPlain && hasWindow(\.isEven)
    case .sharpen:
      let isKept = !convolution.hasReLU || convolution.input.cells.allSatisfy { $0 >= 0 }
      return isPlain && isKept && hasWindow(\.isEven)
    case .box:
      return isPlain && (!convolution.hasReLU || convolution.input.cells.allSatisfy { $0 >= 0 })
    case .identity:
      let size = geometry.kernel
      return isPlain && !convolution.hasReLU && geometry.windows != geometry.input
        && geometry.padded == geometry.input && geometry.stride == Extent(1)
        && !size.height.isMultiple(of: 2) && !size.width.isMultiple(of: 2)
    }
  }
}

extension Grid {
  fileprivate var hasEqualOuterColumns: Bool { rows.allSatisfy { $0.first == $0.last } }
  fileprivate var hasEqualOuterRows: Bool { rows.first == rows.last }
  fileprivate var hasEqualRows: Bool { rows.allSatisfy { $0 == rows.first } }
  fileprivate var hasEqualColumns: Bool { rows.allSatisfy { row in row.allSatisfy { $0 == row.first } } }
  /// Whether all numbers are the same.
  fileprivate var isEven: Bool { cells.allSatisfy { $0 == cells[0] } }
}
