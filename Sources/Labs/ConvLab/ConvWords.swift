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
