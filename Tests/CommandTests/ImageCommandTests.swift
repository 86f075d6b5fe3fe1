import Foundation
import Testing

@Suite struct ImageCommandTests {
  @Test func numbersOfTheResponse() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.pgm", "P2 3 3 9  1 2 3 4 5 6 7 8 9".utf8)
    let run = try StriderRun(["image", file, "--kernel", "1 0; 0 -1", "--json"])
    #expect(
      run.output == """
        {
          "maximum": [-4],
          "mean": [-4],
          "minimum": [-4],
          "size": [2, 2]
        }

        """)
    #expect(run.status == 0 && run.errors == "")
  }

  @Test func writesTheResponse() throws {
    let folder = try TemporaryFolder()
    let picture = try folder.file("a.pgm", Array("P5 2 1 255\n".utf8) + [100, 200])
    let out = folder.path + "/out.pgm"
    let run = try StriderRun(["image", picture, "--kernel", "2", "--to", out])
    #expect(
      run.status == 0
        && run.output.contains("1 above 255: a picture cannot show these, and they were clamped"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: out)) == Data("P5\n2 1\n255\n".utf8) + [200, 255])
    // Never over a file that is there.
    let again = try StriderRun(["image", picture, "--kernel", "1", "--to", out, "--json"])
    #expect(again.errors == "strider: --to: the file \"\(out)\" exists and is left alone; name another\n")
    #expect(again.status == 64 && again.output == "")
    #expect(try Data(contentsOf: URL(fileURLWithPath: out)).last == 255)
    let coloured = folder.path + "/out.ppm"
    #expect(try StriderRun(["image", picture, "--kernel", "1", "--to", coloured]).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: coloured)).count == 11 + 6)
  }

  @Test func scenesReadTheFilesThatTheyName() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "a b.pgm", "P2 6 5 9  \((0..<30).map { "\($0 % 9)" }.joined(separator: " "))".utf8)
    let scene = "image:\(file.replacing(" ", with: "%20"))?step=3"
    let run = try StriderRun(["snapshot", scene])
    #expect(run.status == 0 && run.output.contains("a b.pgm 5x6") && run.output.contains("row 3 of 3"))
    let gone = try StriderRun(["snapshot", "image:no/such.pgm"])
    #expect(gone.status == 66 && gone.errors == "strider: picture: there is no file \"no/such.pgm\"\n")
    let other = try folder.file("b.pgm", "no picture".utf8)
    #expect(try StriderRun(["snapshot", "image:\(other)"]).status == 65)
    let small = try folder.file("c.pgm", "P2 1 1 9 5".utf8)
    #expect(try StriderRun(["snapshot", "image:\(small)"]).status == 65)
  }

  @Test func chainsOfNamedKernels() throws {
    let run = try StriderRun("image face --kernel gaussian:sigma=1.5 --kernel sobel-x --padding same --json")
    #expect(try run.json["size"] as? [Int] == [64, 64])
    let told = try StriderRun("image shapes --kernel mean:size=5 --kernel laplacian")
    #expect(told.output.hasPrefix("The picture shapes filtered with mean:size=5, then with laplacian\n"))
    #expect(told.output.contains("so an even area keeps its brightness"))
    #expect(told.output.contains("so an even area gives 0: it answers where brightness changes"))
    let means = try StriderRun("image shapes --json").json["mean"]
    #expect((means as? [Double])?.count == 3)
  }

  @Test func foreignPicturesAreAnsweredWithACommand() throws {
    let folder = try TemporaryFolder()
    let png = try folder.file("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    try RefusalTests.Case(
      ["image", png, "--kernel", "1"],
      "picture: the file is PNG, and only PGM, PPM and PBM are read; convert it: convert \(png) a.ppm", 65
    ).check()
    let cut = try folder.file("b.pgm", Array("P5 2048 2048 65535\n".utf8) + [1, 2])
    try RefusalTests.Case(
      ["image", cut], "picture: the file \"\(cut)\": it ends after 1 of 4,194,304 samples", 65
    ).check()
    let large = try folder.file("c.ppm", "P6 100000 100000 255\n".utf8)
    try RefusalTests.Case(
      ["image", large],
      "picture: the file \"\(large)\": it claims a width of 100000 and a height of 100000 pixels, beyond the limit of 2048x2048",
      64
    ).check()
  }

  @Test(arguments: [
    RefusalTests.Case(
      "image fase", "picture: \"fase\" is neither a preset nor a file; did you mean face?", 66),
    RefusalTests.Case("image no/such.pgm", "picture: there is no file \"no/such.pgm\"", 66),
    RefusalTests.Case("image /", "picture: the file \"/\" cannot be read: is a directory", 66),
    RefusalTests.Case(
      "image", "a picture is missing; write for example: strider image shapes --kernel sobel-x", 64),
    RefusalTests.Case(
      "image face --kernel sobelx",
      "--kernel: \"sobelx\" is neither a preset nor a file; did you mean sobel-x?", 66),
    RefusalTests.Case(
      "image face --kernel sobel-x:size=5",
      "--kernel: \"size=5\" is not a setting of sobel-x, which has no settings",
      64),
    RefusalTests.Case(
      "image face --kernel gaussian:sigma=-1", "--kernel: \"sigma=-1\" is not a sigma from 0.1 to 100", 64),
    RefusalTests.Case(
      "image face --kernel mean:size=17", "--kernel: \"size=17\" is not a size from 1 to 15", 64),
    RefusalTests.Case(
      ["image", "face", "--kernel", Array(repeating: "1", count: 16).joined(separator: " ")],
      "--kernel: a kernel for pictures has at most 15x15 cells, not 1x16", 64),
    RefusalTests.Case(
      "image face --kernel box --kernel box --kernel box", "--kernel: a chain has at most 2 kernels, not 3",
      64),
    RefusalTests.Case("image face --stride 0", "the stride must be 1 or more, not 0", 64),
    RefusalTests.Case("image face --padding -1", "the padding must be 0 or more, not -1", 64),
    RefusalTests.Case(
      "image face --to out.png",
      "--to: a grey picture is written as .pgm, a coloured one as .ppm: name a file that ends in .pgm", 64),
    RefusalTests.Case(
      "image shapes --to out.pgm",
      "--to: the picture has three channels: name a file that ends in .ppm", 64),
    RefusalTests.Case(
      "image face --to /no/such/folder/x.pgm",
      "--to: the file \"/no/such/folder/x.pgm\" cannot be written: no such file or directory", 66),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.check() }
}
