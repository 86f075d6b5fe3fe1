/// Networks with a name.
public enum NetworkPreset: String, CaseIterable, Sendable {
  case lenet5
  case cifar
  case alexnet
  case vgg16
  case vgg19
  case digitsCNN = "digits-cnn"
  case digitsMLP = "digits-mlp"
  case kerasMLP = "keras-mlp"

  /// What commands and scenes call it.
  public var name: String { rawValue }

  /// A name for headings.
  public var title: String {
    switch self {
    case .lenet5: "LeNet-5"
    case .cifar: "the lecture's CIFAR-10 chain"
    case .alexnet: "AlexNet"
    case .vgg16: "VGG-16"
    case .vgg19: "VGG-19"
    case .digitsCNN: "a CNN for the digits"
    case .digitsMLP: "an MLP for the digits"
    case .kerasMLP: "the Keras listing"
    }
  }

  /// The layers, in the notation.
  public var text: String {
    switch self {
    case .lenet5:
      "CONV 6 5x5, RELU, MAXPOOL 2, CONV 16 5x5, RELU, MAXPOOL 2, FLATTEN, FC 120, RELU, FC 84, RELU, FC 10"
    case .cifar:
      // As printed: the slide gives padding to the first two convolutions only, and 8x8x10 at the end.
      "[CONV 10 3x3 pad 1, RELU]x2, MAXPOOL 2, [CONV 10 3x3, RELU]x2, MAXPOOL 2"
    case .alexnet:
      "CONV 64 11x11 stride 4 pad 2, RELU, MAXPOOL 3 stride 2, CONV 192 5x5 pad 2, RELU, MAXPOOL 3 stride 2, "
        + "CONV 384 3x3 pad 1, RELU, [CONV 256 3x3 pad 1, RELU]x2, MAXPOOL 3 stride 2, FLATTEN, "
        + "[DROPOUT 0.5, FC 4096, RELU]x2, FC 1000"
    case .vgg16: Self.vgg(deep: 3)
    case .vgg19: Self.vgg(deep: 4)
    case .digitsCNN:
      "CONV 8 3x3 pad 1, RELU, MAXPOOL 2, CONV 16 3x3 pad 1, RELU, MAXPOOL 2, FLATTEN, FC 10"
    case .digitsMLP: "FLATTEN, FC 32, RELU, FC 10"
    case .kerasMLP: "FC 64, RELU, DROPOUT 0.5, FC 10, SOFTMAX"
    }
  }

  /// The layers.
  public var network: Network {
    do {
      return try Network(parsing: text)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Three blocks of VGG have `deep` convolutions, the first two have two.
  private static func vgg(deep: Int) -> String {
    let blocks = [(64, 2), (128, 2), (256, deep), (512, deep), (512, deep)].map { filters, count in
      "[CONV \(filters) 3x3 pad 1, RELU]x\(count), MAXPOOL 2"
    }
    return blocks.joined(separator: ", ") + ", FLATTEN, [FC 4096, RELU, DROPOUT 0.5]x2, FC 1000"
  }

  /// The input that it was made for.
  public var input: Volume {
    switch self {
    case .lenet5: .maps(32, channels: 1)
    case .cifar: .maps(32, channels: 3)
    case .alexnet, .vgg16, .vgg19: .maps(224, channels: 3)
    case .digitsCNN, .digitsMLP: .maps(8, channels: 1)
    case .kerasMLP: .vector(20)
    }
  }

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .lenet5: "Watch for FC 120: it has 48,120 of the 61,706 parameters."
    case .cifar: "Watch for the last two CONV: unpadded they give 6x6x10; the slide has 8x8x10."
    case .alexnet: "Watch for the two FC 4096: they have 54,534,144 of the 61,100,840 parameters."
    case .vgg16: "Watch for the first FC 4096: it has 102,764,544 of 138,357,544 parameters."
    case .vgg19:
      "Watch for three more CONV than in VGG-16: 5,309,696 more parameters."
    case .digitsCNN: "Watch for MAXPOOL 2: it halves the sides and doubles what a step reaches."
    case .digitsMLP:
      "Watch for the products: each weight is used once, so there are as many."
    case .kerasMLP: "Watch for DROPOUT: it adds no parameters; 1,344 and 650 make 1,994."
    }
  }
}
