import Foundation
import Testing

@Suite struct TrainCommandTests {
  @Test func theDigitsAreLearnedAndTwiceTheSame() throws {
    func lines() throws -> [Substring] {
      let run = try StriderRun("train --network digits-cnn --epochs 10 --seed 1 --json")
      #expect(run.errors == "" && run.status == 0)
      let epochs = try #require(try run.json["epochs"] as? [[String: Any]])
      #expect(epochs.count == 10)
      #expect(try #require(epochs.last?["test_accuracy"] as? Double) >= 0.95)
      #expect(epochs.allSatisfy { $0["seconds"] as? Double ?? -1 >= 0 })
      #expect(Set(epochs[0].keys) == ["loss", "accuracy", "test_loss", "test_accuracy", "seconds"])
      return run.output.split(separator: "\n").filter { !$0.contains("\"seconds\"") }
    }
    #expect(try lines() == lines())
  }

  @Test func textTellsEpochs() throws {
    let run = try StriderRun("train --network digits-mlp --epochs 2 --optimizer sgd:lr=0.1 --text")
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("Training of digits-mlp on digits\n"))
    #expect(run.output.contains("FLATTEN, FC 32, RELU, FC 10"))
    #expect(run.output.contains("E. Alpaydin and C. Kaynak") && run.output.contains("CC BY 4.0"))
    #expect(run.output.contains("\n  epoch"))
  }

  @Test func divergenceIsAResult() throws {
    let run = try StriderRun([
      "train", "--network", "FC 32, LINEAR, FC 10", "--optimizer", "sgd:lr=1e30", "--epochs", "1", "--json",
    ])
    #expect(run.status == 0 && run.errors == "")
    let update = try #require(try run.json["diverged_at"] as? Int)
    let epochs = try #require(try run.json["epochs"] as? [Any])
    #expect(update > 1 && epochs.isEmpty)
    let told = try StriderRun([
      "train", "--network", "FC 32, LINEAR, FC 10", "--optimizer", "sgd:lr=1e30", "--epochs", "1",
    ])
    #expect(told.output.contains("diverged at update \(update): "))
  }

  @Test func augmentationAndSeedsMatter() throws {
    func losses(_ words: String) throws -> [Double] {
      try #require(
        try StriderRun("train --network digits-mlp --steps 4 --json " + words).json["losses"] as? [Double])
    }
    let plain = try losses("")
    let again = try losses("")
    #expect(plain.count == 4 && plain == again)
    #expect(try losses("--seed 2") != plain)
    #expect(try losses("--augment shift=1,noise=0.1") != plain)
    #expect(try losses("--shuffle false") != plain)
    #expect(try losses("--init torch")[0] != plain[0])
    let decayed = try losses("--weight-decay 0.1")
    #expect(decayed[0] == plain[0] && decayed[3] != plain[3])
  }

  /// Four files as MNIST's, of 2x2 pixels: whether the first or the last pixel is lit.
  @Test func idxFilesBelowAFolderOrByTheirBeginning() throws {
    let folder = try TemporaryFolder()
    func write(_ beginning: String, count: Int) throws {
      for (set, kind) in [("train", 0), ("t10k", 1)] {
        let pixels = (0..<count).flatMap {
          ($0 + kind) % 2 == 0 ? [255, 0, 0, 0] : [0, 0, 0, 255] as [UInt8]
        }
        let head: [UInt8] = [0, 0, 8, 3, 0, 0, 0, UInt8(count), 0, 0, 0, 2, 0, 0, 0, 2]
        _ = try folder.file("\(beginning)\(set)-images-idx3-ubyte", head + pixels)
        let labels = (0..<count).map { UInt8(($0 + kind) % 2) }
        _ = try folder.file(
          "\(beginning)\(set)-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, UInt8(count)] + labels)
      }
    }
    try write("", count: 20)
    try write("small-", count: 10)
    for data in [folder.path, folder.path + "/small-"] {
      let run = try StriderRun([
        "train", "--data", data, "--network", "FC 2", "--epochs", "20", "--optimizer", "adam:lr=0.1",
        "--json",
      ])
      #expect(run.errors == "")
      let last = try #require((try run.json["epochs"] as? [[String: Any]])?.last)
      #expect(last["test_accuracy"] as? Double == 1)
    }
    _ = try folder.file("packed-train-images-idx3-ubyte.gz", [0x1F, 0x8B, 8])
    let packed = try StriderRun(["train", "--data", folder.path + "/packed-"])
    #expect(packed.status == 65 && packed.errors.contains("unpack it with gunzip"))
    #expect(packed.errors.count { $0 == "\n" } == 1)
  }

  /// A program with the settings of the training; running it takes PyTorch.
  @Test func aScriptRepeatsTheTraining() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/repeat.py"
    let run = try StriderRun([
      "train", "--network", "CONV 4 3x3, RELU, FC 10, SOFTMAX", "--steps", "2", "--optimizer",
      "momentum:lr=0.05,mu=0.8", "--weight-decay", "0.01", "--schedule", "step:every=5", "--precision",
      "double",
      "--seed", "9", "--script", path,
    ])
    #expect(run.errors == "" && run.status == 0)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    for line in [
      "torch.set_default_dtype(torch.float64)", "divisor = 16",
      "    mixed = bits(int(bits(9, 1)[0]) ^ epoch, 1)[0]",
      "optimizer = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.8, weight_decay=0.01)",
      "    return 0.05 * 0.5 ** (t // 5)", "scores = net[:-1]  # the loss has its own softmax",
      "while update < 2:", "    for first in range(0, len(x), 32):",
    ] { #expect(lines.contains(line), "\(line)") }
    #expect(lines.contains { $0.contains("parameters[\"0.weight\"].copy_") && $0.contains("uniform(0, 36)") })
    #expect(
      lines.contains { $0.contains("parameters[\"2.weight\"].copy_") && $0.contains("uniform(36, 1440)") })
    let python = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else { return }
    let check = Process()
    check.executableURL = URL(fileURLWithPath: python)
    check.arguments = ["-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", path]
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }

  @Test func interruptedItKeepsWhatWasLearned() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/kept.safetensors"
    let files = try (0..<3).map { _ in try StriderRun.temporaryFile() }
    defer { files.forEach { close($0) } }
    let process = try StriderRun.spawn(
      ["train", "--epochs", "100000", "--save", path, "--json"], files: files)
    // As soon as it can be interrupted, and has learned for a while. The thread is not given away: on a busy machine it
    // comes back a minute later, and the training takes a processor all the while.
    var looks = 0
    while try !StriderRun.holdsBack(SIGINT, process), looks < 3_000 {
      (looks, _) = (looks + 1, usleep(10_000))
    }
    usleep(200_000)
    kill(process, SIGINT)
    #expect(StriderRun.wait(for: process) == 130)
    #expect(try StriderRun.contents(of: files[1]) == "")
    #expect(try StriderRun.contents(of: files[2]).contains("the weights are in"))
    #expect(try WeightsFile(Data(contentsOf: URL(fileURLWithPath: path))).tensors.count == 6)
  }

  @Test(arguments: [
    RefusalTests.Case("train --epochs 2 --steps 3", "--epochs and --steps exclude each other", 64),
    RefusalTests.Case("train --json --text", "--json and --text exclude each other", 64),
    RefusalTests.Case("train --load x --init he", "--load and --init exclude each other", 64),
    RefusalTests.Case("train --epochs 0", "--epochs: \"0\" is outside 1 to 1,000,000", 64),
    RefusalTests.Case("train --steps -1", "--steps: \"-1\" is outside 0 to 1,000,000", 64),
    RefusalTests.Case(
      "train --epochs 1000 --save /nowhere/x.safetensors",
      "--save: the file \"/nowhere/x.safetensors\" cannot be written: no such file or directory", 66),
    RefusalTests.Case(
      "train --steps 0 --save new.py --script new.py", "--save: that is the file of --script", 64),
    RefusalTests.Case(
      ["train", "--network", "CONV 1000 3x3 pad 1, CONV 1000 3x3, FC 10", "--batch", "1000"],
      "--batch: the layers give more than 25,000,000 numbers for 1,000 pictures at once; up to 249 are possible",
      64),
    RefusalTests.Case(
      "train --load /dev/zero", "--load: the file \"/dev/zero\" is beyond the limit of 1 MB", 64),
    RefusalTests.Case("train --batch 0", "--batch: \"0\" is outside 1 to 1,000,000", 64),
    RefusalTests.Case("train --shuffle maybe", "--shuffle: \"maybe\" is not true or false", 64),
    RefusalTests.Case("train --init zero", "--init: \"zero\" is not known; there are he, xavier, torch", 64),
    RefusalTests.Case(
      "train --precision half", "--precision: \"half\" is not known; there are single, double", 64),
    RefusalTests.Case("train --augment zoom=2", "--augment: pictures cannot be changed by \"zoom\"", 64),
    RefusalTests.Case("train --weight-decay -1", "--weight-decay: \"-1\" is not a number of at least 0", 64),
    RefusalTests.Case(
      "train --weight-decay 0.1 --optimizer adamw",
      "--weight-decay: adamw has a decay of its own: write adamw:weight_decay=0.1", 64),
    RefusalTests.Case(
      "train --scale 16", "--scale: only a table of pictures, FILE.csv in --data, has it", 64),
    RefusalTests.Case("train --network CONV_8", "--network: ", 64),
    RefusalTests.Case(
      ["train", "--network", "FC 3"], "--network: the network gives 3 where 10 scores are wanted", 65),
    RefusalTests.Case(["train", "--network", "FLATTEN"], "--network: the network has no weights", 64),
    RefusalTests.Case(
      ["train", "--network", "CONV 4 9x9, FC 10"],
      "--network: layer 1 (CONV 4 9x9): a 9x9 kernel does not fit", 65),
    RefusalTests.Case(
      "train --data /nowhere/mnist",
      "--data: there are no pictures \"/nowhere/mnist\": write digits, a table FILE.csv", 66),
    RefusalTests.Case(
      "train --data /nowhere/mnist.csv", "--data: there is no file \"/nowhere/mnist.csv\"", 66),
    RefusalTests.Case("train --load /nowhere/w", "--load: there is no file \"/nowhere/w\"", 66),
    RefusalTests.Case(
      "train --load /etc/passwd", "--load: the file \"/etc/passwd\": it is no safetensors file", 65),
    RefusalTests.Case("train --script /etc/passwd", "--script: the file \"/etc/passwd\" exists", 64),
    RefusalTests.Case(
      "train --script /nowhere/s.py --augment shift=1",
      "--script: PyTorch draws the chance of augmentation otherwise, so no program repeats this training", 64),
    RefusalTests.Case(
      ["train", "--script", "/nowhere/s.py", "--network", "FC 8, DROPOUT 0.5, FC 10"],
      "--script: PyTorch draws the chance of dropout otherwise", 64),
    RefusalTests.Case(
      "train --script /nowhere/s.py --optimizer momentum-two-term",
      "--script: PyTorch has not this momentum-two-term: no library form: adds 0.9 times", 64),
    RefusalTests.Case("train --save /etc/passwd", "--save: the file \"/etc/passwd\" exists", 64),
    RefusalTests.Case("predict", "missing expected argument '--load <load>'", 64),
    RefusalTests.Case(
      ["predict", "1 2", "--load", "/nowhere/w", "--network", "FC 2"], "--load: there is no file", 66),
    RefusalTests.Case(["predict", "1 2 / 3", "--load", "/x"], "picture: all channels are of one size", 65),
    RefusalTests.Case("predict /nowhere.pgm --load /x", "picture: there is no file \"/nowhere.pgm\"", 66),
    RefusalTests.Case(
      ["predict", "1 2", "--load", "/x", "--network", "FC 2", "--input", "3"],
      "picture: these rows are 1x2x1, where the network takes 3", 65),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.checkBeginning() }
}
