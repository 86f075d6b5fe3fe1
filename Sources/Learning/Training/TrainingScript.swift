/// A program for PyTorch that repeats a training: the same network, first weights, order of examples and rule, and so the
/// same losses, up to what another order of additions makes of the last digits.
///
/// It draws first weights and orders by the generator of this program, SplitMix64, so that any network fits in a page.
public struct TrainingScript: Sendable {
  /// What is repeated.
  public let network: ShapedNetwork
  /// Optimizer, schedule and batches.
  public let settings: TrainingSettings
  /// How weights start, unless they are loaded.
  public var start = ParameterStart.he
  /// A safetensors file with the weights to begin with.
  public var weights: String?
  /// Determines first weights and order.
  public var seed: UInt64 = 1
  /// Whether every epoch has an order of its own.
  public var isShuffled = true
  /// Whether it computes in double precision.
  public var isDouble = false
  /// How many updates are made.
  public let updates: Int
  /// Whether the loss of every update is printed.
  public var listsLosses = false

  /// Where the pictures come from.
  public enum Source: Hashable, Sendable {
    /// Pixels and classes that stand in the program, each pixel divided by the last number.
    case here(pixels: [UInt8], classes: [UInt8], learnt: Int, divisor: Int)
    /// The bytes of `data`; `nil` for other numbers, and for more bytes than a program should hold.
    public static func here(_ data: DataSet) -> Source? {
      guard let learnt = data.training.bytes, let tested = data.test.bytes, learnt.divisor == tested.divisor,
        learnt.bytes.count + tested.bytes.count <= mostBytes
      else { return nil }
      return .here(
        pixels: Array(learnt.bytes + tested.bytes),
        classes: (data.training.classes + data.test.classes).map { UInt8(clamping: $0) },
        learnt: data.training.count, divisor: Int(learnt.divisor))
    }

    private static let mostBytes = 1_000_000

    /// IDX files: pictures and classes to learn from, then those to test with.
    case idx([String])
  }

  /// The pictures.
  public let source: Source

  /// - Throws: ``TrainingScriptError`` for what PyTorch does otherwise.
  public init(
    _ network: ShapedNetwork, _ source: Source, settings: TrainingSettings, updates: Int
  ) throws(TrainingScriptError) {
    (self.network, self.source, self.settings, self.updates) = (network, source, settings, updates)
    let drops = network.layers.contains { if case .dropout(let rate) = $0.layer { rate > 0 } else { false } }
    if drops { throw .chance("dropout") }
    if !settings.augmentation.isNone { throw .chance("augmentation") }
    if let remark = settings.optimizer.rule.pyTorch.remark {
      throw .anotherRule(settings.optimizer.name, remark)
    }
  }

  /// The program.
  public var text: String {
    (head + [""] + data + [""] + randomness + [""] + model + [""] + loop).joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let code = NetworkCode.pyTorch(network)
    let imports = ["import base64", "", "import numpy as np"] + code.prefix { !$0.isEmpty }.sorted()
    return imports + [
      "", "torch.set_default_dtype(torch.\(isDouble ? "float64" : "float32"))",
      "dtype = np.\(isDouble ? "float64" : "float32")",
    ]
  }

  private var data: [String] {
    let axes = network.input.axesOfExample.map(String.init).joined(separator: ", ")
    let pictures = [
      "", "", "def pictures(pixels):",
      "    return torch.from_numpy(pixels.astype(dtype) / dtype(divisor)).reshape(-1, \(axes))", "", "",
      "x, test_x = pictures(train_pixels), pictures(test_pixels)",
      "y, test_y = (torch.from_numpy(c.astype(np.int64)) for c in (train_classes, test_classes))",
    ]
    switch source {
    case .here(let pixels, let classes, let learnt, let divisor):
      let width = pixels.count / max(1, classes.count)
      return [
        "divisor = \(divisor)",
        "pixels = np.frombuffer(base64.b64decode(\"\(Base64.text(pixels))\"), np.uint8).reshape(-1, \(width))",
        "classes = np.frombuffer(base64.b64decode(\"\(Base64.text(classes))\"), np.uint8)",
        "train_pixels, test_pixels = pixels[:\(learnt)], pixels[\(learnt):]",
        "train_classes, test_classes = classes[:\(learnt)], classes[\(learnt):]",
      ] + pictures
    case .idx(let paths):
      let names = ["train_pixels", "train_classes", "test_pixels", "test_classes"]
      return ["divisor = 255"]
        + zip(names, paths).map { name, path in
          let start = name.hasSuffix("pixels") ? 16 : 8
          return "\(name) = np.fromfile(\(Self.quoted(path)), np.uint8)[\(start):]"
        }
        + pictures
    }
  }

  private var randomness: [String] {
    [
      "def bits(seed, count):  # SplitMix64",
      "    with np.errstate(over=\"ignore\"):",
      "        z = np.uint64(seed) + np.uint64(0x9E3779B97F4A7C15) * np.arange(1, count + 1, dtype=np.uint64)",
      "        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)",
      "        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)",
      "        return z ^ (z >> np.uint64(31))", "", "",
      "def order(epoch, count):",
      "    positions = list(range(count))",
    ]
      + (isShuffled
        ? [
          "    mixed = bits(int(bits(\(seed), 1)[0]) ^ epoch, 1)[0]",
          "    chance = bits(mixed, count - 1)",
          "    for number, index in zip(chance, range(count - 1, 0, -1)):",
          "        other = (int(number) >> 32) * (index + 1) >> 32",
          "        positions[index], positions[other] = positions[other], positions[index]",
        ] : [])
      + ["    return positions", ""]
  }

  private var model: [String] {
    let code = Array(NetworkCode.pyTorch(network).drop { !$0.isEmpty }.dropFirst())
    let isSoftmaxLast = network.scoreLayers.count < network.layers.count
    let scores = ["scores = net\(isSoftmaxLast ? "[:-1]  # the loss has its own softmax" : "")"]
    guard weights == nil else {
      return code + scores + [
        "from safetensors.torch import load_file", "",
        "net.load_state_dict(load_file(\(Self.quoted(weights ?? ""))), strict=False)",
      ]
    }
    var drawn = 0
    var lines = ["parameters = dict(net.named_parameters())", "with torch.no_grad():"]
    for tensor in network.parameterTensors {
      let target = "    parameters[\"\(tensor.name)\"]"
      if case .constant(let number) = tensor.start {
        lines.append("\(target).fill_(\(Numeral.exact(number)))")
        continue
      }
      let limit = start.limit(tensor.start)
      guard limit != 0 else {
        lines.append("\(target).zero_()")
        continue
      }
      let shape = tensor.shape.map(String.init).joined(separator: ", ")
      lines.append(
        "\(target).copy_(torch.from_numpy(\(Numeral.exact(limit)) * uniform(\(drawn), \(tensor.count))).reshape(\(shape)))"
      )
      drawn += tensor.count
    }
    return code + scores + [
      "", "", "def uniform(first, count):  # -1 to 1",
      "    return 2 * ((bits(\(seed), first + count)[first:] >> np.uint64(11)) * 2.0**-53) - 1", "", "",
    ] + lines
  }

  private var loop: [String] {
    let rate = Numeral.exact(settings.optimizer.learningRate)
    return [
      "optimizer = torch.optim.\(settings.optimizer.rule.pyTorch.call.replacing("params", with: "net.parameters()"))",
      "loss_of = nn.functional.cross_entropy", "", "",
      "def rate(t):",
      "    return \(settings.schedule.python(rate))", "", "",
      "def test():",
      "    net.eval()",
      "    with torch.no_grad():",
      "        outputs = scores(test_x)",
      "        right = (outputs.argmax(1) == test_y).double().mean().item()",
      "        return loss_of(outputs, test_y).item(), right", "", "",
      "update, epoch = 0, 0",
      "while update < \(updates):",
      "    positions = order(epoch, len(x))",
      "    total, right, used = 0.0, 0, 0",
      "    for first in range(0, len(x), \(settings.batchSize)):",
      "        if update == \(updates):",
      "            break",
      "        batch = positions[first:first + \(settings.batchSize)]",
      "        for group in optimizer.param_groups:",
      "            group[\"lr\"] = rate(update)",
      "        net.train()",
      "        outputs = scores(x[batch])",
      "        loss = loss_of(outputs, y[batch])",
      "        optimizer.zero_grad()",
      "        loss.backward()",
      "        optimizer.step()",
      "        update += 1",
      "        total += loss.item() * len(batch)",
      "        right += (outputs.argmax(1) == y[batch]).sum().item()",
      "        used += len(batch)",
    ]
      + (listsLosses ? ["        print(\"update\", update, \"loss\", loss.item())"] : [])
      + [
        "    if used == len(x):",
        "        epoch += 1",
        "        print(\"epoch\", epoch, \"loss\", total / used, \"accuracy\", right / used, *(",
        "            (\"test loss %r accuracy %r\" % test(),) if len(test_x) else ()))",
      ]
  }

  /// A text of Python.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// Why there is no program that repeats a training.
public enum TrainingScriptError: InputError {
  /// Something is drawn as PyTorch does not draw it.
  case chance(String)
  /// PyTorch has the rule with a difference.
  case anotherRule(String, String)
  /// Pictures that no program can be given.
  case pictures

  /// It is always part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .chance(let what):
      "PyTorch draws the chance of \(what) otherwise, so no program repeats this training"
    case .anotherRule(let name, let remark): "PyTorch has not this \(name): \(remark)"
    case .pictures: "only digits and IDX files can be read by a program for PyTorch"
    }
  }
}

extension Volume {
  /// `[channels, height, width]`, or `[numbers]`.
  fileprivate var axesOfExample: [Int] {
    switch self {
    case .maps(let extent, let channels): [channels, extent.height, extent.width]
    case .vector(let count): [count]
    }
  }
}

extension Schedule {
  /// The rate of the update after `t`, as an expression of Python.
  fileprivate func python(_ rate: String) -> String {
    switch self {
    case .constant: rate
    case .step(let drop, let every): "\(rate) * \(Numeral.exact(drop)) ** (t // \(max(1, every)))"
    case .exponential(let k): "\(rate) * np.exp(-\(Numeral.exact(k)) * t)"
    case .inverseTime(let k): "\(rate) / (1 + \(Numeral.exact(k)) * t)"
    case .cosine(let steps, let floor):
      "\(rate) * (\(Numeral.exact(floor)) + (1 - \(Numeral.exact(floor))) * (1 + np.cos(np.pi * min(t, \(steps)) / \(steps))) / 2)"
    case .warmUp(let steps): "\(rate) * min(1, (t + 1) / \(steps))"
    }
  }
}

/// Bytes as letters that programs carry.
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  static func text(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let word = part.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
      for place in 0..<4 {
        text.append(place <= part.count ? letters[word >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
