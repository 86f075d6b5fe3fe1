import Learning

/// "Watch for …": each line holds for the very scene beside it, or is not shown.
extension ConvWords {
  /// What to look at when nothing else has to be said; empty where nothing is known to be worth it, and while a question
  /// asks for sizes, which such lines mention.
  static func hint(for lab: ConvLab) -> String {
    if lab.chrome.isCovered { return "" }
    switch lab.picture {
    case .signal(let signal): return watching(signal.convolution)
    case .plane(let plane):
      guard plane.stepCount > 0 else { return "Watch for \"cannot\": o goes on to a rule that rounds." }
      switch lab.settings.view {
      case .grid, .signal: return watching(lab.settings, plane)
      case .compare: return comparing(plane)
      case .backward:
        return hatching(plane) ?? "Watch for the window: what was multiplied forward is what comes back."
      case .unrolled: return unrolling(plane)
      }
    }
  }

  private static func watching(_ scene: ConvolutionScene, _ plane: PlanePicture) -> String {
    if let index = ConvExample.index(of: scene) { return capitalised(ConvExample.all[index].watchFor) }
    if case .preset(let kernel) = scene.kernel, holds(kernel, plane) { return capitalised(kernel.watchFor) }
    if plane.hasUnread { return "Watch for the hatched cells: no window reads them." }
    if plane.geometry.padded != plane.geometry.input {
      return "Watch for the border: windows that reach over it take zeros in."
    }
    if plane.geometry.span != plane.geometry.kernel {
      return "Watch for the gaps between the cells that the window reads."
    }
    return "Watch for the window: an output knows nothing but what lies under it."
  }

  /// Whether what is said of a kernel is to be seen in this very output.
  private static func holds(_ kernel: KernelPreset, _ plane: PlanePicture) -> Bool {
    let convolution = plane.convolution
    let isPlain = convolution.bias == 0
    func hasWindow(_ isWanted: (Grid) -> Bool) -> Bool {
      (0..<plane.stepCount).contains { number in
        let place = plane.geometry.position(ofStep: number)
        return (try? convolution.step(at: place)).map { isWanted($0.window) } ?? false
      }
    }
    switch kernel {
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
      let size = plane.geometry.kernel
      return isPlain && !convolution.hasReLU && plane.geometry.windows != plane.geometry.input
        && plane.geometry.padded == plane.geometry.input && plane.geometry.stride == Extent(1)
        && !size.height.isMultiple(of: 2) && !size.width.isMultiple(of: 2)
    }
  }

  private static func comparing(_ plane: PlanePicture) -> String {
    if !zip(plane.correlated.cells, plane.flipped.cells).allSatisfy({ Prediction.agree($0, $1) }) {
      return "Watch for ≠: there it matters whether the kernel is turned first."
    }
    return plane.convolution.kernel == plane.convolution.kernel.rotated
      ? "No ≠ here: this kernel is the same after a half turn."
      : "No ≠ here: on this input both ways give the same."
  }

  private static func unrolling(_ plane: PlanePicture) -> String {
    let weights = plane.geometry.kernel.height * plane.geometry.kernel.width
    guard plane.stepCount > 1, weights < plane.convolution.input.cells.count else { return "" }
    return "Watch for the zeros: the same few weights move along, all others are 0."
  }

  private static func watching(_ convolution: Convolution1D) -> String {
    let inside = convolution.insideSteps?.count ?? 0
    if inside < convolution.count {
      let steps = inside == 0 ? "no step is" : "only some steps are"
      return "Watch for the kernel sliding in and out: \(steps) fully inside."
    }
    return convolution.count > 1 ? "Watch for the kernel: it is fully inside at every step." : ""
  }

  /// What the hatching in the backward view means; `nil` where nothing is hatched.
  private static func hatching(_ plane: PlanePicture) -> String? {
    let isStopped = plane.convolution.hasReLU && plane.output.cells.contains { $0 <= 0 }
    return switch (plane.hasUnread, isStopped) {
    case (false, false): nil
    case (true, false): "Hatched: no window reads these cells, so no gradient comes back to them."
    case (false, true): "Hatched: the output is 0 after ReLU, so this u sends nothing back."
    case (true, true): "Hatched: cells that no window reads, and every u that ReLU stops."
    }
  }
}

extension Grid {
  var hasEqualOuterColumns: Bool { rows.allSatisfy { $0.first == $0.last } }
  var hasEqualOuterRows: Bool { rows.first == rows.last }
  var hasEqualRows: Bool { rows.allSatisfy { $0 == rows.first } }
  var hasEqualColumns: Bool { rows.allSatisfy { row in row.allSatisfy { $0 == row.first } } }
  /// Whether all numbers are the same.
  var isEven: Bool { cells.allSatisfy { $0 == cells[0] } }
}
