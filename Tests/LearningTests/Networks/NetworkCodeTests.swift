import Learning
import Testing

@Suite struct NetworkCodeTests {
  private func network(_ text: String, _ input: String) throws -> ShapedNetwork {
    try ShapedNetwork(Network(parsing: text), input: Volume(parsing: input))
  }

  @Test func plainSequence() throws {
    let lines = try NetworkCode.pyTorch(
      network(
        "CONV 6 5x3 stride 2 pad 1 groups 3 nobias, BN, LEAKY, AVGPOOL 3 stride 2 pad 1 ceil, SUMPOOL 2, FLATTEN, DROPOUT, FC 10, SOFTMAX",
        "21x21x3"))
    #expect(
      lines == [
        "import torch", "from torch import nn", "", "net = nn.Sequential(",
        "    nn.Conv2d(3, 6, (5, 3), stride=2, padding=1, groups=3, bias=False),", "    nn.BatchNorm2d(6),",
        "    nn.LeakyReLU(0.01),", "    nn.AvgPool2d(3, stride=2, padding=1, ceil_mode=True),",
        "    nn.AvgPool2d(2, divisor_override=1),", "    nn.Flatten(),", "    nn.Dropout(0.5),",
        "    nn.Linear(54, 10),",
        "    nn.Softmax(dim=1),", ")",
      ])
  }

  /// Helpers have names of their own, so that parameters keep the numbers of their layers.
  @Test func helpersBetweenLayers() throws {
    let lines = try NetworkCode.pyTorch(
      network("CONV 6 3x3 stride 2 pad same, THRESHOLD, L2POOL 2 stride 3 ceil, PRELU, FC 10", "8x9x1"))
    #expect(
      lines == [
        "from collections import OrderedDict", "import torch", "from torch import nn", "",
        "class Threshold(nn.Module):", "    def forward(self, x):",
        "        return (x > 0).to(x.dtype) + 0 * x.nan_to_num()  # the slope is 0", "",
        "net = nn.Sequential(OrderedDict([", "    (\"0_pad\", nn.ZeroPad2d((1, 1, 0, 1))),",
        "    (\"0\", nn.Conv2d(1, 6, 3, stride=2)),", "    (\"1\", Threshold()),",
        "    (\"2_pad\", nn.ZeroPad2d((0, 0, 0, 1))),", "    (\"2\", nn.LPPool2d(2, 2, stride=3)),",
        "    (\"3\", nn.PReLU()),",
        "    (\"4_flatten\", nn.Flatten()),", "    (\"4\", nn.Linear(24, 10)),", "]))",
      ])
  }

  @Test func keras() throws {
    let lines = try NetworkCode.keras(
      network(
        "CONV 6 3x3 stride 2 pad same, DWCONV 3 stride 2x1 pad 1, MAXPOOL 2 pad 1, L2POOL 2 stride 1, BN, PRELU, FC 10 nobias, THRESHOLD",
        "28x28x1"))
    #expect(
      lines == [
        "import keras", "from keras import layers, ops", "", "net = keras.Sequential([",
        "    keras.Input((28, 28, 1)),",
        "    layers.ZeroPadding2D(((0, 1), (0, 1))),", "    layers.Conv2D(6, 3, strides=2),",
        "    layers.ZeroPadding2D(((1, 1), (1, 1))),", "    layers.DepthwiseConv2D(3),",
        "    layers.MaxPooling2D(1, strides=(2, 1)),",
        "    layers.Lambda(lambda x: ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), constant_values=float(\"-inf\"))),",
        "    layers.MaxPooling2D(2),", "    layers.Lambda(ops.square),",
        "    layers.AveragePooling2D(2, strides=1),",
        "    layers.Rescaling(4),", "    layers.Lambda(ops.sqrt),",
        "    layers.BatchNormalization(momentum=0.9, epsilon=1e-5),",
        "    layers.PReLU(keras.initializers.Constant(0.25), shared_axes=[1, 2, 3]),",
        "    layers.Permute((3, 1, 2)),",
        "    layers.Flatten(),", "    layers.Dense(10, use_bias=False),",
        "    layers.Lambda(lambda x: ops.cast(x > 0, x.dtype)),", "])",
      ])
  }
}
