import CDigits

extension DataSet {
  /// 1,797 handwritten digits of 8x8 pixels, white on black, with 17 levels scaled to 0…1: 1,437 to learn from and 360
  /// to test with.
  ///
  /// The split and its order are those of scikit-learn's `train_test_split` of `load_digits` with `test_size=360`,
  /// `random_state=0`, and the digits as `stratify`, so that others can train on the very same data.
  public static let digits: DataSet = {
    let (pixels, classes) = digitsOfTheProgram()
    let learnt = 1_437
    let (size, levels) = (64, 16.0)
    return DataSet(
      title: "digits", shape: .maps(8, channels: 1), classes: (0...9).map(String.init),
      training: Examples(
        size: size, bytes: pixels[..<(learnt * size)], dividedBy: levels, classes: Array(classes[..<learnt])),
      test: Examples(
        size: size, bytes: pixels[(learnt * size)...], dividedBy: levels, classes: Array(classes[learnt...])))
  }()

  /// To be named wherever the digits are shown.
  public static let digitsSource =
    "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, UCI Machine Learning Repository (1998), CC BY 4.0"

  /// Reads the text in the program: a digit a line, its pixels as `0` to `g`, a blank, and its class.
  private static func digitsOfTheProgram() -> (pixels: [UInt8], classes: [Int]) {
    var count = 0
    let text = UnsafeBufferPointer(start: strider_digits(&count), count: count)
    var (pixels, classes): ([UInt8], [Int]) = ([], [])
    pixels.reserveCapacity(count)
    for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      for letter in line.prefix(64) {
        pixels.append(
          letter < UInt8(ascii: "a") ? letter - UInt8(ascii: "0") : letter - UInt8(ascii: "a") + 10)
      }
      classes.append(Int(line[line.endIndex - 1] - UInt8(ascii: "0")))
    }
    return (pixels, classes)
  }
}
