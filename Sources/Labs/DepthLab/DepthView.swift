import TerminalUI

/// A way to look at depth, made from the lab's state whenever something is asked of it.
protocol DepthView {
  /// What the title line says is shown, and in which variant.
  var subject: String { get }
  var variant: String { get }
  /// The layers as they are drawn: as far as they are worked out.
  var columns: LayerColumns { get }
  /// The settings that only it has.
  var settings: [SettingsLine.Item] { get }
  /// The numbers of the layer in focus.
  var arithmetic: [ArithmeticLine] { get }
  /// What to look at where outputs are all there, and while gradients come back.
  var turn: String { get }
  var wayBack: String { get }
  /// What stands beside the picture where there is room.
  var parts: [TextPanel.Part] { get }
  /// All of it in words.
  var sentences: [String] { get }

  /// A number of the next step, and the position at which it is seen.
  ///
  /// - Throws: ``LabRefusal`` where there is none to ask for.
  func guess() throws(LabRefusal) -> (prediction: Prediction, position: Int)
}

extension DepthLab {
  /// What is on the screen.
  var view: any DepthView {
    switch picture {
    case .neurons(let chain): NeuronView(lab: self, chain: chain)
    case .layers(let stack, let outputs, let gradients):
      StackView(lab: self, stack: stack, outputs: outputs, gradients: gradients)
    }
  }
}
