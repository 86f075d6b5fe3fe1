import Learning
import Testing

@Suite struct SizeFactTests {
  @Test(arguments: Fact.about("out_size"))
  func outSize(_ fact: Fact) throws {
    let rule = try fact["rule"].text ?? ""
    let axis = try? ConvolutionAxis(
      input: fact["n"].integer, kernel: fact["f"].integer, padding: fact["p"].integer,
      stride: fact["s"].integer,
      dilation: fact["d"].integer, rule: SizeRule(rawValue: rule) ?? .floor)
    if rule == "raw" {
      fact.expect([try #require(axis).unrounded], [try fact.expected.real])
    } else {
      #expect(SizeRule(rawValue: rule) != nil)
      #expect(try axis?.output == (fact.expected == .null ? nil : fact.expected.integer))
    }
  }

  @Test(arguments: Fact.about("same_padding"))
  func samePadding(_ fact: Fact) throws {
    let (f, d) = (try fact["f"].integer, try fact["d"].integer)
    let expected = try fact.expected.real
    #expect(ConvolutionAxis.samePadding(kernel: f, dilation: d) == Int(exactly: expected))
  }

  /// Stride 2 halves a side exactly only for even sizes; the pairs are outputs and inputs of 3x3 kernels, padding 1.
  @Test(arguments: Fact.about("ratio_list").filter { $0.kind == "output-size" })
  func ratioList(_ fact: Fact) throws {
    let ratios = try fact["pairs"].list.map { pair in
      let input = try pair.integers[1]
      let axis = try ConvolutionAxis(input: input, kernel: 3, padding: 1, stride: 2)
      #expect(try axis.output == pair.integers[0])
      return Double(axis.windows) / Double(input)
    }
    fact.expect(ratios, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("effective_kernel"))
  func effectiveKernel(_ fact: Fact) throws {
    let axis = try ConvolutionAxis(input: 100, kernel: fact["f"].integer, dilation: fact["d"].integer)
    #expect(try axis.span == fact.expected.integer)
  }

  @Test(arguments: Fact.about("receptive_field"))
  func receptiveField(_ fact: Fact) throws {
    var field = ReceptiveField.input
    var layers: [String] = []
    for (layer, expected) in zip(try fact["layers"].list, fact.expected.list) {
      let (f, s, d) = (try layer["f"].integer, try layer["s"].integer, try layer["d"].integer)
      field = try #require(field.after(kernel: f, stride: s, dilation: d))
      #expect(try field.size == expected["rf"].integer)
      #expect(try field.jump == expected["jump"].integer)
      layers.append("CONV 1 \(f) stride \(s) dilation \(d)")
    }
    let network = try ShapedNetwork(
      Network(parsing: layers.joined(separator: ", ")), input: .maps(200, channels: 1))
    #expect(
      try network.layers.map(\.receptiveField.sizes)
        == fact.expected.list.map { [try $0["rf"].integer, try $0["rf"].integer] })
  }

  @Test(arguments: Fact.about("product").filter { $0.kind == "receptive-field" })
  func product(_ fact: Fact) throws {
    let factors = try fact["factors"].integers
    #expect(try Extent(height: factors[0], width: factors[1]).area == fact.expected.integer)
  }
}
