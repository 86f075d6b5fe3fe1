import Autodiff
import Learning
import Testing

@Suite struct ImageSceneTests {
  @Test(arguments: [
    "image", "image:shapes?kernel=mean:size=5&stride=2&channel=red&shades=size&cursor=12,20&close=true",
    "image?kernel=gaussian:sigma=2&then=sobel-x&padding=same&view=chain&step=128",
    "image:photos/cat.pgm?kernel=1,0,-1;2,0,-2;1,0,-1&view=shift&shift=-4,6",
    "image:/tmp/a%20b.ppm?channel=green",
    "image:./photo?padding=1,0,0,1&stride=2x3&shades=picture&view=turn", "image:a//b.pgm",
  ])
  func textsReadBack(_ text: String) throws {
    #expect(try Scene(parsing: text).description == text)
  }

  @Test func usualThings() throws {
    #expect(try Scene(parsing: "image:face?kernel=sobel-x") == Scene(ImageScene()))
    #expect(try Scene(parsing: "image").description == "image")
    #expect(ImageScene().shownShades == .signed)
    var scene = ImageScene()
    scene.setShift(Position(row: 1_000, column: -1_000))
    #expect(scene.shift == Position(row: 64, column: -64))
  }

  @Test(arguments: [
    ("image:cat", "\"cat\" is no picture: write the path of a file such as photo.pgm"),
    ("image?kernel=sobelx", "kernel: \"sobelx\" is no kernel: write rows such as"),
    ("image?kernel=mean:size=17", "kernel: \"size=17\" is not a size from 1 to 15"),
    ("image?kernel=1,2;3", "kernel: row 2 has 1 cell"),
    ("image?then=gaussian:sigma=0", "then: \"sigma=0\" is not a sigma"),
    ("image?view=chain", "the setting view=chain needs a second kernel"),
    ("image?channel=red", "the setting channel needs a coloured picture"),
    ("image:shapes?channel=grey", "channel=grey: expected red, green, blue"),
    ("image?shift=1", "shift=1: expected two whole numbers from -64 to 64, row and column"),
    ("image?shift=65,0", "shift=65,0: expected"), ("image?cursor=-1,0", "cursor=-1,0: expected"),
    ("image?cursor=1,2,3", "cursor=1,2,3: expected"), ("image?stride=0", "the stride"),
    ("image?padding=x", "padding: "), ("image?step=9999", "step=9999: expected a whole number"),
    ("image?stride=99999999999999999999", "stride: "), ("image?wide=true", "an image scene has no setting"),
    ("image?padding=4000", "the response 8062x8062 is beyond the limit"),
  ])
  func refusals(text: String, sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func filesAreMadeSmallerOnceTheyAreRead() throws {
    let header = "P5 1100 700 255\n"
    let bytes = Array(header.utf8) + [UInt8](repeating: 9, count: 1100 * 700)
    let file = PictureFile(path: "wide.pgm").holding(try PortableAnymap.picture(bytes))
    #expect(file.size == Extent(height: 700, width: 1100))
    #expect(file.picture?.extent == Extent(height: 234, width: 367))
    #expect(PictureSource.file(file).title == "wide.pgm")
    #expect(PictureSource(parsing: "face") == .preset(.face) && PictureSource(parsing: "faces") == nil)
  }
}
