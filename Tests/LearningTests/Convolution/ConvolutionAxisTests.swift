import Learning
import Testing

@Suite struct ConvolutionAxisTests {
  @Test(
    arguments: [
      (0, 1, 0, 1, 1, GeometryError.outOfRange(.input, 0)),
      (7, 0, 0, 1, 1, .outOfRange(.kernel, 0)),
      (7, 3, -1, 1, 1, .outOfRange(.padding, -1)),
      (7, 3, 0, 0, 1, .outOfRange(.stride, 0)),
      (7, 3, 0, 1, 0, .outOfRange(.dilation, 0)),
      (.max, 3, 0, 1, 1, .outOfRange(.input, .max)),
      (7, .max, 0, 1, 1, .outOfRange(.kernel, .max)),
      (7, 3, .max, 1, 1, .outOfRange(.padding, .max)),
      (7, 3, 0, .max, 1, .outOfRange(.stride, .max)),
      (7, 3, 0, 1, .max, .outOfRange(.dilation, .max)),
      (.min, .min, .min, .min, .min, .outOfRange(.input, .min)),
      (1_000_001, 3, 0, 1, 1, .outOfRange(.input, 1_000_001)),
      (
        7, 9, 0, 1, 1,
        .spanTooLarge(along: .rows, span: 9, kernel: 9, dilation: 1, input: 7, before: 0, after: 0)
      ),
      (
        7, 3, 0, 1, 4,
        .spanTooLarge(along: .rows, span: 9, kernel: 3, dilation: 4, input: 7, before: 0, after: 0)
      ),
    ] as [(Int, Int, Int, Int, Int, GeometryError)])
  func refuses(input: Int, kernel: Int, padding: Int, stride: Int, dilation: Int, error: GeometryError) {
    #expect(throws: error) {
      try ConvolutionAxis(input: input, kernel: kernel, padding: padding, stride: stride, dilation: dilation)
    }
  }

  @Test func sentencesSayWhatWouldBeRight() {
    #expect(GeometryError.outOfRange(.stride, 0).description == "the stride must be 1 or more, not 0")
    #expect(GeometryError.outOfRange(.padding, -1).description == "the padding must be 0 or more, not -1")
    #expect(
      GeometryError.outOfRange(.input, .max).description
        == "the input 9223372036854775807 is beyond the limit of 1,000,000")
    #expect(
      GeometryError.spanTooLarge(along: .rows, span: 9, kernel: 9, dilation: 1, input: 7, before: 0, after: 0)
        .description
        == "the kernel does not fit: it has 9 rows, the input only 7")
    #expect(
      GeometryError.spanTooLarge(
        along: .columns, span: 9, kernel: 3, dilation: 4, input: 7, before: 0, after: 0
      )
      .description
        == "the kernel does not fit: with dilation 4 its 3 span 9 columns, the input only 7")
  }

  /// n, f, before, after, s, d, and what PyTorch's formula of `ceil_mode` gives.
  @Test(
    arguments: [
      (6, 3, 0, 0, 2, 1, 3, "ceil((6 + 2·0 - 3) / 2) + 1 = 3"),
      (7, 3, 0, 0, 2, 1, 3, "ceil((7 + 2·0 - 3) / 2) + 1 = 3"),
      (5, 2, 1, 1, 3, 1, 2, "ceil((5 + 2·1 - 2) / 3) + 1 = 3, without the one that begins outside 2"),
      (5, 2, 1, 0, 3, 1, 2, "ceil((5 + 1 + 0 - 2) / 3) + 1 = 3, without the one that begins outside 2"),
      (2, 3, 0, 0, 2, 1, 1, "ceil((2 + 2·0 - 3) / 2) + 1 = 1"),
      (6, 2, 0, 0, 3, 2, 2, "ceil((6 + 2·0 - 3) / 3) + 1 = 2"),
    ] as [(Int, Int, Int, Int, Int, Int, Int, String)])
  func ceilRoundsUpToAWindowThatBeginsInside(
    input: Int, kernel: Int, before: Int, after: Int, stride: Int, dilation: Int, windows: Int,
    formula: String
  ) throws {
    let axis = try ConvolutionAxis(
      input: input, kernel: kernel, before: before, after: after, stride: stride, dilation: dilation,
      rule: .ceil)
    #expect(axis.output == windows)
    #expect(axis.formula == formula)
  }

  @Test func unequalPaddingIsWrittenOut() throws {
    let axis = try ConvolutionAxis(input: 7, kernel: 3, before: 1, after: 2, stride: 2)
    #expect(axis.formula == "floor((7 + 1 + 2 - 3) / 2) + 1 = 4")
    #expect(
      GeometryError.spanTooLarge(
        along: .rows, span: 9, kernel: 9, dilation: 1, input: 5, before: 1, after: 0
      ).description == "the kernel does not fit: it has 9 rows, the input only 5 + 1 + 0")
  }

  @Test func theLargestNumbersAreComputed() throws {
    let limit = Limits.side
    let axis = try ConvolutionAxis(input: limit, kernel: limit, padding: limit, stride: 1)
    #expect(axis.windows == 2 * limit + 1)
    #expect(axis.neverTouched.isEmpty)
    let dilated = try ConvolutionAxis(
      input: limit, kernel: limit, padding: limit, stride: limit, dilation: limit, rule: .same)
    #expect(dilated.span == limit * (limit - 1) + 1)
    #expect(dilated.windows == 1)
    let gaps = try ConvolutionAxis(input: limit, kernel: 1, stride: limit)
    #expect(gaps.neverTouched.count == limit - 1)
    #expect(gaps.unused == limit - 1)
  }

  @Test func exactSaysCannotAndSameRoundsUp() throws {
    let exact = try ConvolutionAxis(input: 7, kernel: 3, stride: 3, rule: .exact)
    #expect(exact.output == nil)
    #expect(exact.windows == 2)
    #expect(exact.unused == 1)
    let same = try ConvolutionAxis(input: 7, kernel: 9, padding: 5, stride: 2, rule: .same)
    #expect(same.output == 4)
    #expect(same.fits)
    #expect(same.paddingBefore + same.paddingAfter == 3 * 2 + 9 - 7)
  }

  @Test func samePutsTheOddZeroAtTheEndAsKerasDoes() throws {
    let axis = try ConvolutionAxis(input: 8, kernel: 3, stride: 2, rule: .same)
    #expect((axis.paddingBefore, axis.paddingAfter) == (0, 1))
  }

  @Test(
    arguments: [
      (7, 3, 1, 2, 1, SizeRule.floor, "floor((7 + 2·1 - 3) / 2) + 1 = 4"),
      (7, 3, 0, 3, 1, .floor, "floor((7 + 2·0 - 3) / 3) + 1 = 2"),
      (7, 3, 0, 3, 1, .exact, "(7 + 2·0 - 3) / 3 + 1 = 2.333, cannot"),
      (7, 3, 0, 2, 1, .exact, "(7 + 2·0 - 3) / 2 + 1 = 3"),
      (7, 3, 5, 2, 1, .same, "ceil(7 / 2) = 4"),
      (7, 3, 0, 1, 2, .floor, "floor((7 + 2·0 - 5) / 1) + 1 = 3"),
    ] as [(Int, Int, Int, Int, Int, SizeRule, String)])
  func formulas(
    input: Int, kernel: Int, padding: Int, stride: Int, dilation: Int, rule: SizeRule, formula: String
  ) throws {
    let axis = try ConvolutionAxis(
      input: input, kernel: kernel, padding: padding, stride: stride, dilation: dilation, rule: rule)
    #expect(axis.formula == formula)
    #expect(axis.spanFormula == (dilation == 1 ? nil : "2·(3 - 1) + 1 = 5"))
  }

  /// Every question about an axis answered a second time by walking all windows and taps.
  @Test func agreesWithWalkingAllWindows() throws {
    var generator = SplitMix64(seed: 31)
    var tried = 0
    while tried < 400 {
      let rule = SizeRule.allCases[generator.integer(in: 0...3)]
      guard
        let axis = try? ConvolutionAxis(
          input: generator.integer(in: 1...12), kernel: generator.integer(in: 1...5),
          before: generator.integer(in: 0...3), after: generator.integer(in: 0...3),
          stride: generator.integer(in: 1...5),
          dilation: generator.integer(in: 1...4), rule: rule)
      else { continue }
      tried += 1
      var starts: [Int] = []
      var start = -axis.paddingBefore
      // As PyTorch works it out.
      var rounded = Int((Double(axis.padded - axis.span) / Double(axis.stride)).rounded(.up)) + 1
      if (rounded - 1) * axis.stride >= axis.input + axis.paddingBefore { rounded -= 1 }
      func isWindow(_ start: Int) -> Bool {
        switch rule {
        case .floor, .exact: start + axis.span <= axis.input + axis.paddingAfter
        case .same: start + axis.span <= axis.input + axis.paddingAfter && starts.count < axis.windows
        case .ceil: starts.count < rounded
        }
      }
      while isWindow(start) {
        starts.append(start)
        start += axis.stride
      }
      #expect(starts.count == axis.windows)
      #expect(starts == (0..<axis.windows).map(axis.start(of:)))
      var uses: [Int: [[Int]]] = [:]
      for (output, start) in starts.enumerated() {
        for tap in 0..<axis.kernel {
          let index = start + tap * axis.dilation
          let isInside = index >= 0 && index < axis.input
          #expect(axis.inputIndex(output: output, tap: tap) == (isInside ? index : nil))
          if isInside { uses[index, default: []].append([output, tap]) }
        }
      }
      for index in 0..<axis.input {
        #expect(axis.uses(of: index).map { [$0.output, $0.tap] } == uses[index] ?? [])
      }
      #expect(axis.neverTouched == (0..<axis.input).filter { uses[$0] == nil })
      if rule == .floor || rule == .exact {
        let last = (starts.last ?? 0) + axis.span
        #expect(axis.unused == axis.input + axis.paddingAfter - last)
      } else if rule == .same {
        #expect(axis.windows == (axis.input + axis.stride - 1) / axis.stride)
      }
    }
  }
}
