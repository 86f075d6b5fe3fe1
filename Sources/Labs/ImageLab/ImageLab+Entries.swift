extension ImageLab {
  static let homeEntries = [
    HomeEntry(
      .convolution, key: "i", "Filters on pictures", "edges, blur, shift and turn",
      scene: "image:face?step=62")
  ]
}
