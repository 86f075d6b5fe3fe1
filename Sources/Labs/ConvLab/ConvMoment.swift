import Learning
import TerminalUI

/// What there is to be seen at one moment: which window, which numbers, which sentences. Worked out after each event,
/// so that drawing only has to place it.
struct ConvMoment: GridMoment {
  /// The output cell whose window is shown.
  var active: Position?
  /// Whether the value of that cell is a question still open.
  var isHidden = false
  /// The window of that cell opened up.
  var step: ConvolutionStep?
  /// The formatted numbers of that window and of its products.
  var windowTexts, productTexts: CellTexts?
  /// The formatted products of the shown step of a signal, one for each weight.
  var signalTexts: CellTexts?
  /// For each output cell, in row order, whether the input cell at the cursor feeds it; empty without such a cursor.
  var isFed: [Bool] = []
  /// The input cell that the kernel cell at the cursor meets.
  var touched: Position?
  /// For each input cell, in row order, whether the kernel gradient at the cursor collects from it.
  var isLit: [Bool] = []
  /// The lines of arithmetic below the picture.
  var lines: [ArithmeticLine] = []
  /// The text beside the picture.
  var panel = TextPanel([])
}

extension ConvLab {
  /// The output cell that the timeline or an open question points to.
  var shownPosition: Position? {
    guard let plane = picture.plane, plane.stepCount > 0 else { return nil }
    if case .guess(let guess)? = prompt?.purpose {
      return plane.geometry.position(ofStep: min(max(0, guess.revealing - 1), plane.stepCount - 1))
    }
    return timeline.position > 0 ? plane.geometry.position(ofStep: timeline.position - 1) : nil
  }

  /// Works out the present moment anew.
  mutating func refreshMoment() {
    refreshBackward()
    // The last moment may belong to another geometry, and the layout below would look into it.
    moment = ConvMoment()
    var new = ConvMoment()
    switch picture {
    case .plane(let plane): fill(&new, plane)
    case .signal(let signal): fill(&new, signal)
    }
    new.lines = ConvWords.lines(for: self, new, columns: chromeLayout.arithmetic.width)
    new.panel = TextPanel(ConvWords.parts(for: self, new))
    moment = new
  }

  private func fill(_ new: inout ConvMoment, _ plane: PlanePicture) {
    new.active = shownPosition
    if let cursor, prompt == nil, focus.showsOutputs, plane.stepCount > 0 { new.active = cursor }
    if case .guess? = prompt?.purpose { new.isHidden = true }
    if let active = new.active {
      new.step = try? plane.convolution.step(at: active)
      new.windowTexts = new.step.map { CellTexts($0.window) }
      new.productTexts = new.step.map { CellTexts($0.products) }
    }
    guard let cursor, prompt == nil else { return }
    if focus == .input || focus == .inputGradient {
      new.isFed = [Bool](repeating: false, count: plane.geometry.steps)
      for use in plane.geometry.outputs(fedBy: cursor) {
        new.isFed[plane.geometry.step(at: use.output)] = true
      }
      // One thing is shown at a time: the outputs that a cell feeds, or the window of one output.
      if case .unrolled = settings.view {} else { (new.active, new.step) = (nil, nil) }
    } else if focus == .kernelGradient || focus == .kernel, settings.view == .backward {
      new.isLit = [Bool](repeating: false, count: plane.convolution.input.cells.count)
      for pair in plane.geometry.pairs(ofKernel: cursor) where !plane.isStoppedByReLU(pair.output) {
        new.isLit[pair.input.row * plane.convolution.input.width + pair.input.column] = true
      }
      new.active = nil
    } else if focus == .kernel, let active = new.active {
      new.touched = plane.geometry.inputCell(output: active, tap: cursor)
    }
  }

  private func fill(_ new: inout ConvMoment, _ signal: SignalPicture) {
    if case .guess? = prompt?.purpose { new.isHidden = true }
    guard let index = shownStep, let step = try? signal.convolution.step(index) else { return }
    var products = [Double](repeating: 0, count: step.kernel.count)
    for term in step.terms { products[term.tap] = term.product }
    new.signalTexts = CellTexts(row: products)
  }
}
