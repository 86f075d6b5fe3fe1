import Learning
import TerminalUI

/// The lab's sentences.
enum ConvWords {}

extension ConvWords {
  /// Names of input, kernel and convention for the title line.
  static func subject(_ scene: ConvolutionScene) -> String {
    if case .signal = scene.view {
      return "signal of \(scene.grid.grid.width) · kernel of \(scene.kernel.grid.width)"
    }
    return "\(name(scene.grid)) · \(name(scene.kernel))"
  }

  static func name(_ grid: GridSource) -> String {
    switch grid {
    case .preset(let preset): preset.title
    case .rows(let rows): "typed \(rows.extent.product)"
    }
  }

  static func name(_ kernel: KernelSource) -> String {
    switch kernel {
    case .preset(let preset):
      preset.size == Extent(3) ? preset.title : "\(preset.title) \(preset.size.product)"
    case .rows(let rows): "typed \(rows.extent.product) kernel"
    }
  }

  static func convention(_ scene: ConvolutionScene) -> String {
    scene.isFlipped ? "convolution (kernel turned)" : "cross-correlation"
  }

  static func name(_ view: ConvolutionScene.View) -> String {
    switch view {
    case .grid: "grid"
    case .compare: "comparison"
    case .backward: "backward"
    case .unrolled: "unrolled"
    case .signal: "signal"
    }
  }

  /// What to look at when nothing else has to be said.
  static func hint(for lab: ConvLab) -> String {
    switch lab.settings.view {
    case .grid:
      if let index = ConvExample.index(of: lab.settings) {
        return capitalised(ConvExample.all[index].watchFor)
      }
      if case .preset(let kernel) = lab.settings.kernel { return capitalised(kernel.watchFor) }
      return "Watch for the largest result: there the window looks most like the kernel."
    case .compare:
      return "Watch for ≠: there it matters whether the kernel is turned first."
    case .backward:
      return hatching(lab.picture.plane)
        ?? "Watch for the window: what was multiplied forward is what comes back."
    case .unrolled: return "Watch for the zeros: the same few weights move along, all others are 0."
    case .signal: return "Watch for the kernel sliding in and out: few steps are fully inside."
    }
  }

  /// What the hatching in the backward view means; `nil` where nothing is hatched.
  private static func hatching(_ plane: PlanePicture?) -> String? {
    guard let plane else { return nil }
    let isUnread = plane.unused.rows.contains(true) || plane.unused.columns.contains(true)
    let isStopped = plane.convolution.hasReLU && plane.output.cells.contains { $0 <= 0 }
    return switch (isUnread, isStopped) {
    case (false, false): nil
    case (true, false): "Hatched: no window reads these cells, so no gradient comes back to them."
    case (false, true): "Hatched: the output is 0 after ReLU, so this u sends nothing back."
    case (true, true): "Hatched: cells that no window reads, and every u that ReLU stops."
    }
  }

  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }

  /// `1 row`, `2 rows`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `row 1`, `rows 1 to 3`; indices count from 0.
  static func range(_ noun: String, _ range: Range<Int>) -> String {
    range.count == 1
      ? "\(noun) \(range.lowerBound)" : "\(noun)s \(range.lowerBound) to \(range.upperBound - 1)"
  }
}
