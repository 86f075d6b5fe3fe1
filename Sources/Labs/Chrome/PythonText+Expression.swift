extension PythonText {
  /// Functions whose name in a library is another than here.
  private static let renamed = [
    "torch": ["ln": "torch.log", "min": "torch.minimum", "max": "torch.maximum"],
    "keras.ops": ["ln": "keras.ops.log", "min": "keras.ops.minimum", "max": "keras.ops.maximum"],
    "tf": [
      "ln": "tf.math.log", "log": "tf.math.log", "relu": "tf.nn.relu", "min": "tf.minimum",
      "max": "tf.maximum",
    ],
  ]

  /// `expression` in Python, with the functions and constants of `library`.
  static func expression(_ expression: String, _ library: String) -> String {
    var python = ""
    var name = ""
    func ending(_ next: Character?) -> String {
      defer { name = "" }
      if name.isEmpty || name.first?.isNumber == true { return name }
      if next == "(" { return renamed[library]?[name] ?? "\(library).\(name)" }
      return name == "pi" || name == "e" ? "math.\(name)" : name
    }
    let characters = expression.filter { $0 != " " }
    for character in characters {
      if character.isLetter || character.isNumber || character == "_" || character == "." {
        name.append(character)
        continue
      }
      // The sign of a power of ten belongs to its number.
      if "+-".contains(character), name.first?.isNumber == true, "eE".contains(name.last ?? " ") {
        name.append(character)
        continue
      }
      python += ending(character)
      switch character {
      case "^": python += "**"
      case "+", "-":
        python += python.isEmpty || "(*/,".contains(python.last ?? "(") ? "\(character)" : " \(character) "
      default: python.append(character)
      }
    }
    return python + ending(nil)
  }
}
