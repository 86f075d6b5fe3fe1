/// The lectures that the course draws on.
public enum Deck: String, CaseIterable, Codable, Sendable {
  /// "Deep Learning Topic 05: Deep Neural Networks, Part 2", University of Galway.
  case galway
  /// "ANN and Deep Learning Lecture 5: Deep Learning and CNN".
  case cnn
  /// "7CCSMPNN Deep Discriminative Neural Networks", King's College London.
  case kcl
  /// "Convolutional layers and training neural networks", Brown University.
  case brown
  /// "Deep Neural Networks", NSES.
  case nses

  /// The title of the lecture.
  public var title: String {
    switch self {
    case .galway: "Deep Learning Topic 05: Deep Neural Networks, Part 2 (University of Galway)"
    case .cnn: "ANN and Deep Learning Lecture 5: Deep Learning and CNN"
    case .kcl: "7CCSMPNN Deep Discriminative Neural Networks (KCL)"
    case .brown: "Convolutional layers and training neural networks (Brown)"
    case .nses: "Deep Neural Networks, NSES"
    }
  }
}
