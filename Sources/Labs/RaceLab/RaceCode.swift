import Learning
import TerminalUI

/// The library lines for the racers on screen.
enum RaceCode {
  static func blocks(for scene: RaceScene) -> [TextOverlay.Block] {
    let kinds = scene.racers.enumerated()
    return [
      .heading("PyTorch (import torch)"),
      .code(kinds.map { "\(RacerMark($0).letter) = \(pyTorch($1))" }),
      .heading("Keras 3 (import keras)"),
      .code(kinds.map { "\(RacerMark($0).letter) = \(keras($1))" }),
      .words("Where a rule has no library form, the nearest one is named with what differs."),
    ]
  }

  private static func call(_ name: String, _ rate: Double, _ arguments: [String], rateName: String) -> String
  {
    "\(name)(\((["\(rateName)=\(Numeral.exact(rate))"] + arguments).joined(separator: ", ")))"
  }

  private static func value(_ name: String, of racer: OptimizerConfiguration) -> String {
    racer.settings.first { $0.name == name }.map { "\($0.value)" } ?? ""
  }

  static func pyTorch(_ racer: OptimizerConfiguration) -> String {
    func optimizer(_ name: String, _ arguments: [String], _ note: String = "") -> String {
      let text = call("torch.optim.\(name)", racer.learningRate, arguments, rateName: "params, lr")
      return note.isEmpty ? text : "\(text)  # \(note)"
    }
    func get(_ name: String) -> String { value(name, of: racer) }
    switch racer {
    case .sgd: return optimizer("SGD", [])
    case .momentum: return optimizer("SGD", ["momentum=\(get("mu"))"])
    case .nesterov: return optimizer("SGD", ["momentum=\(get("mu"))", "nesterov=True"])
    case .momentumAveraged:
      return optimizer("SGD", ["momentum=\(get("beta"))", "dampening=\(get("beta"))"], "first V = first g")
    case .momentumTwoTerm: return optimizer("SGD", [], "no library form: adds mu times the gradient before")
    case .adagrad: return optimizer("Adagrad", ["eps=\(get("epsilon"))"])
    case .adadelta: return optimizer("Adadelta", ["rho=\(get("rho"))", "eps=\(get("epsilon"))"])
    case .rmsprop: return optimizer("RMSprop", ["alpha=\(get("beta"))", "eps=\(get("epsilon"))"])
    case .adam, .adamw, .nadam:
      let name = racer.kind == .adam ? "Adam" : (racer.kind == .adamw ? "AdamW" : "NAdam")
      return optimizer(name, ["betas=(\(get("beta1")), \(get("beta2")))", "eps=\(get("epsilon"))"])
    }
  }

  static func keras(_ racer: OptimizerConfiguration) -> String {
    func optimizer(_ name: String, _ arguments: [String], _ note: String = "") -> String {
      let text = call("keras.optimizers.\(name)", racer.learningRate, arguments, rateName: "learning_rate")
      return note.isEmpty ? text : "\(text)  # \(note)"
    }
    func get(_ name: String) -> String { value(name, of: racer) }
    switch racer {
    case .sgd: return optimizer("SGD", [])
    case .momentum: return optimizer("SGD", ["momentum=\(get("mu"))"])
    case .nesterov: return optimizer("SGD", ["momentum=\(get("mu"))", "nesterov=True"])
    case .momentumAveraged:
      return optimizer("SGD", ["momentum=\(get("beta"))"], "at 1 - beta times this rate")
    case .momentumTwoTerm: return optimizer("SGD", [], "no library form: adds mu times the gradient before")
    case .adagrad:
      return optimizer(
        "Adagrad", ["initial_accumulator_value=\(get("accumulator"))", "epsilon=\(get("epsilon"))"])
    case .adadelta: return optimizer("Adadelta", ["rho=\(get("rho"))", "epsilon=\(get("epsilon"))"])
    case .rmsprop: return optimizer("RMSprop", ["rho=\(get("beta"))", "epsilon=\(get("epsilon"))"])
    case .adam, .adamw, .nadam:
      let name = racer.kind == .adam ? "Adam" : (racer.kind == .adamw ? "AdamW" : "Nadam")
      return optimizer(
        name, ["beta_1=\(get("beta1"))", "beta_2=\(get("beta2"))", "epsilon=\(get("epsilon"))"])
    }
  }
}
