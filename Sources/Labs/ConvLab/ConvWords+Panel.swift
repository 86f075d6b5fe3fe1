import Learning
import TerminalUI

extension ConvWords {
  /// The text beside the picture, the most important part first.
  static func parts(for lab: ConvLab, _ moment: ConvMoment) -> [TextPanel.Part] {
    switch lab.picture {
    case .plane(let plane) where lab.settings.view == .backward: backwardParts(for: lab, plane)
    case .plane(let plane):
      [
        TextPanel.Part("This step", thisStep(lab, plane, moment)),
        TextPanel.Part("Output size", sizeRule(lab.settings)),
        TextPanel.Part("Which convolution", convolutionVariant(lab.settings)),
      ]
    case .signal(let signal): signalParts(for: lab, signal)
    }
  }

  static func thisStep(_ lab: ConvLab, _ plane: PlanePicture, _ moment: ConvMoment) -> String {
    guard plane.stepCount > 0 else {
      return "Nothing is computed: under the exact rule a stride that does not fit means \"cannot\"."
    }
    if let cursor = lab.cursor, lab.prompt == nil, lab.focus == .input {
      let uses = plane.geometry.outputs(fedBy: cursor).count
      return
        "Input \(cursor.row),\(cursor.column) feeds \(count(uses, "output")): each window that covers it "
        + "multiplies it with another number of the kernel."
    }
    guard let active = moment.active, let step = moment.step else {
      return
        "The output is still empty. Each step lays the kernel on the input, multiplies what lies on top of each "
        + "other and adds it all up."
    }
    let (rows, columns) = plane.span(of: active)
    var text =
      "For output \(active.row),\(active.column) the kernel lies on \(range("row", rows)) and "
      + "\(range("column", columns)) of the input"
    let onPadding = plane.geometry.window(of: active).count { $0.input == nil }
    text += onPadding > 0 ? ", \(onPadding) of its \(step.window.cells.count) cells on padding. " : ". "
    if moment.isHidden { return text + "What comes out?" }
    text +=
      "\(Plural.count(step.window.cells.count, "product")) \(Plural.noun(step.window.cells.count, "adds", plural: "add")) up to \(Numeral.format(step.sum))"
    return text + (step.finish().map { "; then \($0)." } ?? ".")
  }

  private static func sizeRule(_ scene: ConvolutionScene) -> String {
    let span = ["e = d(f - 1) + 1, the kernel's span"]
    let letters = "n input, p padding, s stride"
    return scene.rule.lines(scene.padding, span: "e", [letters] + span)
  }

  private static func convolutionVariant(_ scene: ConvolutionScene) -> String {
    scene.isFlipped
      ? "The kernel is turned by 180° first. That is convolution as mathematics has it; f leaves out the turn."
      : "The kernel is used as it is typed. Libraries call that convolution, mathematics calls it "
        + "cross-correlation; f turns the kernel first."
  }
}

extension PlanePicture {
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
